/* The constructors of the drop-in classes, as `antiphon.responses` has them, for the arguments that most calls give.

   A class is made so only while nothing has been changed in it or above it: whatever is patched in, Python sees. */

#include "drop_in.h"

PyObject *str_url;
static PyObject *standard_status, *standard_redirect_status, *no_octets;

/* 0 for a type that has none, or that can have none any more. */
static unsigned int
version_of(PyTypeObject *type)
{
#if PY_VERSION_HEX < 0x030D0000
    if (!(type->tp_flags & Py_TPFLAGS_VALID_VERSION_TAG)) {
        return 0;
    }
#endif
    return type->tp_version_tag;
}

static PyObject *
response_of(PyTypeObject *type, const Given *given, PyObject *body, PyObject *lines)
{
    PyObject *response = type->tp_alloc(type, 0);
    if (response != NULL
        && (PyObject_SetAttr(response, str_status_code, given->status) < 0
            || PyObject_SetAttr(response, str_background, given->background) < 0
            || PyObject_SetAttr(response, str_body, body) < 0
            || PyObject_SetAttr(response, str_raw_headers, lines) < 0)) {
        Py_CLEAR(response);
    }
    return response;
}

/* 1: `*response` is there. 0: Python is to construct. -1: an exception. */
static int
with_content(const DropIn *drop_in, PyTypeObject *type, const Given *given, PyObject **response)
{
    long status = status_number(given->status);
    int empty = given->content == Py_None && drop_in->kind != JSON_CONTENT;
    if (status == 0 || (has_no_content(status) && !empty) || !is_renderable(drop_in, given->content)) {
        return 0;
    }
    Py_ssize_t at;
    int measured = status != 204 && status != 304, typed = drop_in->content_type != Py_None;
    PyObject *lines = mapping_lines(drop_in, given->headers, measured + typed, &at);
    if (lines == NULL) {
        return doubt();
    }
    PyObject *body = render(drop_in, given->content), *length = NULL;
    if (body == NULL) {
        Py_DECREF(lines);
        /* Text is read again; JSON is not: it may be read once only. */
        return drop_in->kind == JSON_CONTENT ? -1 : doubt();
    }
    if (measured) {
        length = length_line(PyBytes_GET_SIZE(body));
        if (length != NULL) {
            PyList_SET_ITEM(lines, at++, length);
        }
    }
    if (typed) {
        PyList_SET_ITEM(lines, at++, Py_NewRef(drop_in->content_type));
    }
    *response = measured && length == NULL ? NULL : response_of(type, given, body, lines);
    Py_DECREF(body);
    Py_DECREF(lines);
    return *response == NULL ? -1 : 1;
}

/* The same for a redirect to a plain path, without other fields. */
static int
with_target(PyTypeObject *type, const Given *given, PyObject **response)
{
    PyObject *target = given->content;
    if (!is_redirect(status_number(given->status)) || given->headers != Py_None || !PyUnicode_CheckExact(target)
        || !PyUnicode_IS_COMPACT_ASCII(target)) {
        return 0;
    }
    const unsigned char *octets = PyUnicode_DATA(target);
    Py_ssize_t length = PyUnicode_GET_LENGTH(target);
    if (length == 0 || octets[0] != '/' || (length > 1 && octets[1] == '/')
        || !table_admits(&path_octets, octets, length)) {
        return 0;
    }
    PyObject *nothing = length_line(0), *value = PyBytes_FromStringAndSize((const char *)octets, length);
    PyObject *line = value == NULL ? NULL : PyTuple_Pack(2, octets_location, value);
    PyObject *lines = nothing == NULL || line == NULL ? NULL : PyList_New(2);
    *response = NULL;
    if (lines != NULL) {
        PyList_SET_ITEM(lines, 0, Py_NewRef(nothing));
        PyList_SET_ITEM(lines, 1, Py_NewRef(line));
        *response = response_of(type, given, no_octets, lines);
    }
    Py_XDECREF(lines);
    Py_XDECREF(line);
    Py_XDECREF(value);
    Py_XDECREF(nothing);
    return *response == NULL ? -1 : 1;
}

static PyObject *
construct(PyObject *callable, PyObject *const *arguments, size_t flags, PyObject *names)
{
    PyTypeObject *type = (PyTypeObject *)callable;
    Py_ssize_t count = PyVectorcall_NARGS(flags);
    DropIn *drop_in = (DropIn *)item_of(type->tp_dict, str_drop_in);
    Given given = {NULL};
    PyObject *response = NULL;
    int how = 0;
    if (drop_in != NULL && drop_in->version != 0 && drop_in->version == version_of(type)
        && read_arguments(drop_in, arguments, count, names, &given)) {
        int redirect = drop_in->kind == REDIRECT, needs_content = drop_in->kind != TEXT_CONTENT;
        given.status = given.status != NULL ? given.status : redirect ? standard_redirect_status : standard_status;
        given.headers = given.headers != NULL ? given.headers : Py_None;
        given.background = given.background != NULL ? given.background : Py_None;
        int fit = (given.media_type == NULL || given.media_type == Py_None)
                  && (given.headers == Py_None || PyDict_CheckExact(given.headers))
                  && !(needs_content && given.content == NULL);
        given.content = given.content != NULL ? given.content : Py_None;
        if (fit) {
            how = redirect ? with_target(type, &given, &response) : with_content(drop_in, type, &given, &response);
        }
    }
    Py_XDECREF(drop_in);
    return how > 0   ? response
           : how < 0 ? NULL
                     : by_tuple(PyType_Type.tp_call, callable, arguments, count, names);
}

PyObject *
adopt_drop_in_class(PyObject *module, PyObject *arguments)
{
    PyTypeObject *type;
    PyObject *content_type, *encode, *look, *names;
    int kind;
    if (!PyArg_ParseTuple(arguments, "O!iOOOO!", &PyType_Type, &type, &kind, &content_type, &encode, &look,
                          &PyDict_Type, &names)) {
        return NULL;
    }
    if (kind < TEXT_CONTENT || kind > REDIRECT || type->tp_new != PyBaseObject_Type.tp_new
        || !(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) {
        PyErr_SetString(PyExc_TypeError, "a class of responses is needed, and a kind of content");
        return NULL;
    }
    if (standard_status == NULL
        && !((standard_status = PyLong_FromLong(200)) && (standard_redirect_status = PyLong_FromLong(307))
             && (no_octets = PyBytes_FromString("")) && (str_url = PyUnicode_InternFromString("url")))) {
        return NULL;
    }
    DropIn *made = (DropIn *)DropIn_Type.tp_alloc(&DropIn_Type, 0);
    if (made == NULL) {
        return NULL;
    }
    made->kind = (char)kind;
    made->content_type = Py_NewRef(content_type);
    made->encode = Py_NewRef(encode);
    made->look = Py_NewRef(look);
    made->names = Py_NewRef(names);
    if (PyObject_SetAttr((PyObject *)type, str_drop_in, (PyObject *)made) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    type->tp_vectorcall = construct;
    type->tp_alloc = allocated;
    type->tp_call = response_call;
    PyType_Modified(type);
    /* Looking anything up gives the type a version. */
    PyObject *found = PyObject_GetAttr((PyObject *)type, str_call);
    made->version = found == NULL ? 0 : version_of(type);
    Py_XDECREF(found);
    Py_DECREF(made);
    if (found == NULL) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static void
drop_in_dealloc(DropIn *self)
{
    Py_CLEAR(self->content_type);
    Py_CLEAR(self->encode);
    Py_CLEAR(self->look);
    Py_CLEAR(self->names);
    PyObject_Free(self);
}

PyTypeObject DropIn_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "antiphon.DropIn",
    .tp_doc = "How a drop-in class is made.",
    .tp_basicsize = sizeof(DropIn),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = (destructor)drop_in_dealloc,
};
