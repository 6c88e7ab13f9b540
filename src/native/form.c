/* A form is read once for each shape. */

#include "plan.h"

static int
form_clear(Form *self)
{
    for (Py_ssize_t i = 0; i < self->params_count; i++) {
        Py_CLEAR(self->params[i].name);
    }
    for (Py_ssize_t i = 0; i < self->floats_count; i++) {
        Py_CLEAR(self->floats[i].name);
    }
    Py_CLEAR(self->keyword_names);
    for (int i = 0; i < MOST_KEYWORDS; i++) {
        Py_CLEAR(self->keyword_values[i]);
    }
    return 0;
}

/* Holds names and constants only, so it is in no cycle. */
static void
form_dealloc(Form *self)
{
    form_clear(self);
    for (Py_ssize_t i = 0; i < self->lines_count; i++) {
        PyMem_Free(self->lines[i].parts);
    }
    PyMem_Free(self->params);
    PyMem_Free(self->lines);
    PyMem_Free(self->floats);
    PyObject_Free(self);
}

static void *
room(Py_ssize_t count, size_t size)
{
    void *made = PyMem_Calloc(count + 1, size);
    if (made == NULL) {
        PyErr_NoMemory();
    }
    return made;
}

static int
read_floats(Form *self, PyObject *given)
{
    self->floats = room(PyTuple_GET_SIZE(given), sizeof(FloatForm));
    for (Py_ssize_t i = 0; self->floats != NULL && i < PyTuple_GET_SIZE(given); i++) {
        PyObject *name;
        int may_be_none;
        if (!PyArg_ParseTuple(PyTuple_GET_ITEM(given, i), "Up", &name, &may_be_none)) {
            return -1;
        }
        self->floats[i].name = Py_NewRef(name);
        self->floats[i].may_be_none = (char)may_be_none;
        self->floats_count = i + 1;
        PyUnicode_InternInPlace(&self->floats[i].name);
    }
    return self->floats == NULL ? -1 : 0;
}

static int
read_params(Form *self, PyObject *given)
{
    if (PyTuple_GET_SIZE(given) > MOST_PARAMS) {
        PyErr_SetString(PyExc_ValueError, "too many params");
        return -1;
    }
    self->params = room(PyTuple_GET_SIZE(given), sizeof(ParamForm));
    for (Py_ssize_t i = 0; self->params != NULL && i < PyTuple_GET_SIZE(given); i++) {
        PyObject *name;
        int kind, optional, cookie, standard;
        if (!PyArg_ParseTuple(PyTuple_GET_ITEM(given, i), "Uippp", &name, &kind, &optional, &cookie, &standard)) {
            return -1;
        }
        if (kind < COOKIE || kind > CONVERTED) {
            PyErr_SetString(PyExc_ValueError, "no such kind of param");
            return -1;
        }
        self->params[i] = (ParamForm){Py_NewRef(name), (char)kind, (char)optional, (char)cookie, (char)standard};
        self->params_count = i + 1;
        PyUnicode_InternInPlace(&self->params[i].name);
    }
    return self->params == NULL ? -1 : 0;
}

/* The index of a param; -1 with an exception. */
static int
param_index(Form *self, PyObject *number)
{
    long index = PyLong_Check(number) ? PyLong_AsLong(number) : -1;
    if (index < 0 || index >= self->params_count) {
        PyErr_SetString(PyExc_ValueError, "a line of a param that is not there");
        return -1;
    }
    return (int)index;
}

static int
read_line(Form *self, LineForm *line, PyObject *item)
{
    line->param = -1;
    if (PyLong_Check(item)) {
        line->param = param_index(self, item);
        self->always_count += line->param >= 0 && !self->params[line->param].optional;
        return line->param < 0 ? -1 : 0;
    }
    self->given_count += 1;
    self->always_count += 1;
    if (item == Py_None) {
        return 0;
    }
    if (!PyTuple_Check(item)) {
        PyErr_SetString(PyExc_TypeError, "a line is an int, a tuple or None");
        return -1;
    }
    line->parts = room(PyTuple_GET_SIZE(item), 1);
    for (Py_ssize_t part = 0; line->parts != NULL && part < PyTuple_GET_SIZE(item); part++) {
        int index = param_index(self, PyTuple_GET_ITEM(item, part));
        if (index < 0) {
            return -1;
        }
        line->parts[part] = (char)index;
        line->parts_count = (int)part + 1;
    }
    return line->parts == NULL ? -1 : 0;
}

static int
read_lines(Form *self, PyObject *given)
{
    self->lines = room(PyTuple_GET_SIZE(given), sizeof(LineForm));
    for (Py_ssize_t i = 0; self->lines != NULL && i < PyTuple_GET_SIZE(given); i++) {
        self->lines_count = i + 1;
        if (read_line(self, &self->lines[i], PyTuple_GET_ITEM(given, i)) < 0) {
            return -1;
        }
    }
    return self->lines == NULL ? -1 : 0;
}

static int
read_keywords(Form *self, PyObject *given)
{
    Py_ssize_t count = PyDict_GET_SIZE(given), at = 0;
    PyObject *name, *value;
    if (count > MOST_KEYWORDS) {
        PyErr_SetString(PyExc_ValueError, "too many keywords");
        return -1;
    }
    if (count == 0) {
        return 0;
    }
    self->keyword_names = PyTuple_New(count);
    if (self->keyword_names == NULL) {
        return -1;
    }
    for (Py_ssize_t i = 0; PyDict_Next(given, &at, &name, &value); i++) {
        PyTuple_SET_ITEM(self->keyword_names, i, Py_NewRef(name));
        self->keyword_values[i] = Py_NewRef(value);
    }
    return 0;
}

static PyObject *
form_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    static char *names[] = {"lines",  "params",   "floats",     "content",         "exactness",
                            "keywords", "searched", "on_success", "own_media_type", NULL};
    PyObject *lines, *params, *floats, *given_keywords;
    int content, exactness, searched, on_success, own_media_type;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "$O!O!O!iiO!ppp", names, &PyTuple_Type, &lines,
                                     &PyTuple_Type, &params, &PyTuple_Type, &floats, &content, &exactness,
                                     &PyDict_Type, &given_keywords, &searched, &on_success, &own_media_type)) {
        return NULL;
    }
    if (content < NO_CONTENT || content > ENCODED || exactness < ANY || exactness > ITEMS) {
        PyErr_SetString(PyExc_ValueError, "no such content");
        return NULL;
    }
    Form *self = (Form *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->content = (char)content;
    self->exactness = (char)exactness;
    self->searched = (char)searched;
    self->on_success = (char)on_success;
    self->own_media_type = (char)own_media_type;
    if (read_keywords(self, given_keywords) < 0 || read_floats(self, floats) < 0 || read_params(self, params) < 0
        || read_lines(self, lines) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

PyTypeObject Form_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "antiphon.Form",
    .tp_doc = "What all responses of one shape have in common.",
    .tp_basicsize = sizeof(Form),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = form_new,
    .tp_dealloc = (destructor)form_dealloc,
};
