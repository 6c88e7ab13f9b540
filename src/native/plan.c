/* A plan is read once for each spec, from the values that the generated function has as cells. */

#include "plan.h"

#include <string.h>

OctetTable cookie_octets, field_octets, path_octets;
PyObject *content_lengths, *encode_errors, *unencodable;

/* The values that come before those of floats, lines and params: see `antiphon.shape.source`. */
enum { RESPONSE, STATUS, MEDIA_TYPE, OCTETS_CELL, EXACT, ACCEPT, ENCODE, LOOK, FIRST_FLOAT };
/* Those of each param. */
enum { CHECK, PARAM_EXACT, FIELD, TEMPLATE, LIMIT, STANDARD, STANDARD_OCTETS, EACH_PARAM };

PyObject *
share(PyObject *module, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 6 || !PyList_Check(arguments[3]) || !PyTuple_Check(arguments[4])) {
        PyErr_SetString(PyExc_TypeError, "three tables, a list of lines, a tuple of exceptions, a function are needed");
        return NULL;
    }
    if (table_from(arguments[0], &cookie_octets) < 0 || table_from(arguments[1], &field_octets) < 0
        || table_from(arguments[2], &path_octets) < 0) {
        return NULL;
    }
    /* A copy, whose items nothing takes away while they are read. */
    PyObject *lengths = PyList_AsTuple(arguments[3]);
    if (lengths == NULL) {
        return NULL;
    }
    Py_XSETREF(content_lengths, lengths);
    Py_XSETREF(encode_errors, Py_NewRef(arguments[4]));
    Py_XSETREF(unencodable, Py_NewRef(arguments[5]));
    Py_RETURN_NONE;
}

#define EACH_OBJECT(DO)                                                                                              \
    DO(self->response);                                                                                              \
    DO(self->status);                                                                                                \
    DO(self->media_type);                                                                                            \
    DO(self->octets);                                                                                                \
    DO(self->exact);                                                                                                 \
    DO(self->accept);                                                                                                \
    DO(self->encode);                                                                                                \
    DO(self->look);                                                                                                  \
    for (Py_ssize_t i = 0; self->params != NULL && i < self->form->given_count; i++) {                                \
        DO(self->lines[i]);                                                                                          \
    }                                                                                                                \
    for (Py_ssize_t i = 0; self->params != NULL && i < self->form->params_count; i++) {                              \
        DO(self->params[i].check);                                                                                   \
        DO(self->params[i].exact);                                                                                   \
        DO(self->params[i].field);                                                                                   \
        DO(self->params[i].around);                                                                                  \
        DO(self->params[i].standard);                                                                                \
        DO(self->params[i].standard_octets);                                                                         \
    }

static int
plan_traverse(Plan *self, visitproc visit, void *arg)
{
    EACH_OBJECT(Py_VISIT);
    return 0;
}

static int
plan_clear(Plan *self)
{
    EACH_OBJECT(Py_CLEAR);
    return 0;
}

static void
plan_dealloc(Plan *self)
{
    PyObject_GC_UnTrack(self);
    plan_clear(self);
    PyMem_Free(self->params);
    Py_XDECREF(self->form);
    PyObject_GC_Del(self);
}

/* Where a slot of the class stands in its instances; 0 where the attribute is none, or is read by the API. */
static Py_ssize_t
slot_offset(PyObject *type, PyObject *name)
{
    if (!READS_SLOTS || type == NULL || !PyType_Check(type)) {
        return 0;
    }
    PyObject *descriptor = PyObject_GetAttr(type, name);
    if (descriptor == NULL) {
        PyErr_Clear();
        return 0;
    }
    Py_ssize_t offset = 0;
    if (Py_IS_TYPE(descriptor, &PyMemberDescr_Type)
        && PyType_IsSubtype((PyTypeObject *)type, ((PyDescrObject *)descriptor)->d_type)) {
        PyMemberDef *member = ((PyMemberDescrObject *)descriptor)->d_member;
        offset = member->type == T_OBJECT_EX ? member->offset : 0;
    }
    Py_DECREF(descriptor);
    return offset;
}

static int
encodes_as_text(PyObject *type)
{
    if (type == Py_None) {
        return 0;
    }
    PyObject *encode = PyObject_GetAttr(type, str_encode);
    if (encode == NULL) {
        PyErr_Clear();
        return 0;
    }
    Py_DECREF(encode);
    return encode == text_encode && PyType_IsSubtype((PyTypeObject *)type, &PyUnicode_Type);
}

/* A cookie's template has one `%b`, for the value, and `%%` for a percent sign. Where there is none of those, it serves
   as it is. */
static int
read_template(PyObject *template, ParamValues *param)
{
    const char *text = PyBytes_AS_STRING(template), *sign = strchr(text, '%');
    if (sign != NULL && sign[1] == 'b' && strchr(sign + 1, '%') == NULL) {
        param->around = Py_NewRef(template);
        param->before = (int)(sign - text);
        param->after = param->before + 2;
        return 0;
    }
    /* NUL stands in no template. */
    PyObject *nul = PyBytes_FromStringAndSize("", 1);
    param->around = nul == NULL ? NULL : PyNumber_Remainder(template, nul);
    Py_XDECREF(nul);
    if (param->around == NULL) {
        return -1;
    }
    param->before = (int)strlen(PyBytes_AS_STRING(param->around));
    param->after = param->before + 1;
    return 0;
}

static int
read_param(const ParamForm *form, ParamValues *param, PyObject *const *cells)
{
    param->check = Py_NewRef(cells[CHECK]);
    param->exact = Py_NewRef(cells[PARAM_EXACT]);
    param->field = Py_NewRef(cells[FIELD]);
    param->limit = (int)PyLong_AsLong(cells[LIMIT]);
    if (param->limit == -1 && PyErr_Occurred()) {
        return -1;
    }
    param->encodes_text = form->kind == TYPED && encodes_as_text(cells[PARAM_EXACT]);
    if (form->standard) {
        param->standard = Py_NewRef(cells[STANDARD]);
        param->standard_octets = Py_NewRef(cells[STANDARD_OCTETS]);
    }
    return form->cookie ? read_template(cells[TEMPLATE], param) : 0;
}

/* Of a list, the type of its members is the one thing in a set. */
static PyObject *
exact_of(const Form *form, PyObject *cell)
{
    if (form->exactness != ITEMS) {
        return Py_NewRef(cell);
    }
    PyObject *members = PyObject_GetIter(cell), *only = members == NULL ? NULL : PyIter_Next(members);
    Py_XDECREF(members);
    if (only == NULL && !PyErr_Occurred()) {
        PyErr_SetString(PyExc_ValueError, "no type of members");
    }
    return only;
}

static int
is_pair_of_octets(PyObject *line)
{
    return PyTuple_CheckExact(line) && PyTuple_GET_SIZE(line) == 2 && PyBytes_CheckExact(PyTuple_GET_ITEM(line, 0))
           && PyBytes_CheckExact(PyTuple_GET_ITEM(line, 1));
}

static int
read_cells(Plan *self, PyObject *const *cells)
{
    const Form *form = self->form;
    self->params = PyMem_Calloc(1, form->params_count * sizeof(ParamValues) + form->given_count * sizeof(PyObject *)
                                       + form->floats_count * sizeof(Py_ssize_t));
    if (self->params == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    self->lines = (PyObject **)(self->params + form->params_count);
    self->offsets = (Py_ssize_t *)(self->lines + form->given_count);
    if (cells[RESPONSE] == Py_None) {
        self->response = NULL;
    }
    else if (!PyType_Check(cells[RESPONSE]) || !PyType_IsSubtype((PyTypeObject *)cells[RESPONSE], &Instance_Type)
        || ((PyTypeObject *)cells[RESPONSE])->tp_basicsize != sizeof(Instance)) {
        PyErr_SetString(PyExc_TypeError, "no class of responses");
        return -1;
    }
    else {
        self->response = (PyTypeObject *)Py_NewRef(cells[RESPONSE]);
    }
    self->status = Py_NewRef(cells[STATUS]);
    self->media_type = Py_NewRef(cells[MEDIA_TYPE]);
    self->octets = Py_NewRef(cells[OCTETS_CELL]);
    self->accept = Py_NewRef(cells[ACCEPT]);
    self->encode = Py_NewRef(cells[ENCODE]);
    self->look = Py_NewRef(cells[LOOK]);
    self->exact = exact_of(form, cells[EXACT]);
    if (self->exact == NULL) {
        return -1;
    }
    if (form->content == NO_CONTENT && !PyBytes_CheckExact(self->octets)) {
        PyErr_SetString(PyExc_TypeError, "neither content nor octets");
        return -1;
    }
    self->encodes_text = self->encode == text_encode;
    cells += FIRST_FLOAT;
    for (Py_ssize_t i = 0; i < form->floats_count; i++) {
        self->offsets[i] = slot_offset(self->exact, form->floats[i].name);
    }
    cells += form->floats_count;
    for (Py_ssize_t i = 0; i < form->given_count; i++) {
        if (!is_pair_of_octets(cells[i])) {
            PyErr_SetString(PyExc_TypeError, "a line is two bytes objects");
            return -1;
        }
        self->lines[i] = Py_NewRef(cells[i]);
    }
    cells += form->given_count;
    for (Py_ssize_t i = 0; i < form->params_count; i++, cells += EACH_PARAM) {
        if (read_param(&form->params[i], &self->params[i], cells) < 0) {
            return -1;
        }
    }
    return 0;
}

static PyObject *
plan_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    static char *names[] = {"form", "cells", NULL};
    Form *form;
    PyObject *cells;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "O!O!", names, &Form_Type, &form, &PyList_Type, &cells)) {
        return NULL;
    }
    if (content_lengths == NULL) {
        PyErr_SetString(PyExc_RuntimeError, "no tables yet");
        return NULL;
    }
    if (PyList_GET_SIZE(cells)
        != FIRST_FLOAT + form->floats_count + form->given_count + EACH_PARAM * form->params_count) {
        PyErr_SetString(PyExc_ValueError, "another number of cells than the form has");
        return NULL;
    }
    Plan *self = (Plan *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->form = (Form *)Py_NewRef(form);
    PyObject *fixed = PyList_AsTuple(cells);
    if (fixed == NULL || read_cells(self, &PyTuple_GET_ITEM(fixed, 0)) < 0) {
        Py_XDECREF(fixed);
        Py_DECREF(self);
        return NULL;
    }
    Py_DECREF(fixed);
    return (PyObject *)self;
}

int
set_extras(const Plan *plan, PyObject *response)
{
    if (plan->form->own_media_type && PyObject_SetAttr(response, str_media_type, plan->media_type) < 0) {
        return -1;
    }
    return plan->form->on_success ? PyObject_SetAttr(response, str_background_policy, str_on_success) : 0;
}

PyTypeObject Plan_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "antiphon.Plan",
    .tp_doc = "What is left to do for each response of a spec.",
    .tp_basicsize = sizeof(Plan),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = plan_new,
    .tp_dealloc = (destructor)plan_dealloc,
    .tp_traverse = (traverseproc)plan_traverse,
    .tp_clear = (inquiry)plan_clear,
};
