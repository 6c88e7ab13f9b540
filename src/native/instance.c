/* The layout of a response, and what makes the classes that have it quick to call.

   A class of responses is made in Python of `Instance` and a concrete class. `adopt` then gives it a way to be sent
   that makes no coroutine of Python, a constructor without a tuple, and a deallocator that knows the layout. Its
   `__call__` in Python stays what subclasses inherit and what a web socket, background work and whatever is patched
   in afterwards go through. */

#include "native.h"

static int
instance_traverse(Instance *self, visitproc visit, void *arg)
{
    Py_VISIT(self->status_code);
    Py_VISIT(self->background);
    Py_VISIT(self->body);
    Py_VISIT(self->raw_headers);
    Py_VISIT(self->dict);
    return 0;
}

static int
instance_clear(Instance *self)
{
    Py_CLEAR(self->status_code);
    Py_CLEAR(self->background);
    Py_CLEAR(self->body);
    Py_CLEAR(self->raw_headers);
    Py_CLEAR(self->dict);
    return 0;
}

static void
instance_dealloc(Instance *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    if (self->weak_references != NULL) {
        PyObject_ClearWeakRefs((PyObject *)self);
    }
    instance_clear(self);
    type->tp_free(self);
    /* An instance holds a reference to its class where that is made in Python. CPython gives it up by itself only where
       this function belongs to the static type. */
    PyTypeObject *owner = type;
    while (owner->tp_dealloc != (destructor)instance_dealloc) {
        owner = owner->tp_base;
    }
    if (owner->tp_flags & Py_TPFLAGS_HEAPTYPE) {
        Py_DECREF(type);
    }
}

static PyObject *
instance_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    Instance *self = (Instance *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->vectorcall = instance_vectorcall;
    }
    return (PyObject *)self;
}

static int
instance_init(Instance *self, PyObject *arguments, PyObject *keywords)
{
    static char *names[] = {"status_code", "background", "body", "raw_headers", NULL};
    PyObject *status_code, *background, *body, *raw_headers;
    if (!PyArg_ParseTupleAndKeywords(
            arguments, keywords, "OOOO", names, &status_code, &background, &body, &raw_headers)) {
        return -1;
    }
    Py_XSETREF(self->status_code, Py_NewRef(status_code));
    Py_XSETREF(self->background, Py_NewRef(background));
    Py_XSETREF(self->body, Py_NewRef(body));
    Py_XSETREF(self->raw_headers, Py_NewRef(raw_headers));
    return 0;
}

static PyMemberDef instance_members[] = {
    {"status_code", T_OBJECT_EX, offsetof(Instance, status_code), 0, NULL},
    {"background", T_OBJECT_EX, offsetof(Instance, background), 0, NULL},
    {"body", T_OBJECT_EX, offsetof(Instance, body), 0, NULL},
    {"raw_headers", T_OBJECT_EX, offsetof(Instance, raw_headers), 0, NULL},
    {"__dictoffset__", T_PYSSIZET, offsetof(Instance, dict), READONLY, NULL},
    {"__weaklistoffset__", T_PYSSIZET, offsetof(Instance, weak_references), READONLY, NULL},
    {NULL},
};

static PyGetSetDef instance_attributes[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, NULL, NULL},
    {NULL},
};

PyTypeObject Instance_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "antiphon.Instance",
    .tp_doc = "What every response has.",
    .tp_basicsize = sizeof(Instance),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
    .tp_new = instance_new,
    .tp_init = (initproc)instance_init,
    .tp_dealloc = (destructor)instance_dealloc,
    .tp_traverse = (traverseproc)instance_traverse,
    .tp_clear = (inquiry)instance_clear,
    .tp_dictoffset = offsetof(Instance, dict),
    .tp_weaklistoffset = offsetof(Instance, weak_references),
    .tp_members = instance_members,
    .tp_getset = instance_attributes,
};

/* Whether the only thing to do is to send two messages. */
static int
is_plain(const Instance *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 3 || self->background != Py_None || !PyDict_CheckExact(arguments[0])) {
        return 0;
    }
    PyObject *type = PyDict_GetItemWithError(arguments[0], str_type);
    if (type == NULL) {
        PyErr_Clear();
        return 0;
    }
    return type == str_http || (PyUnicode_CheckExact(type) && PyUnicode_CompareWithASCIIString(type, "http") == 0);
}

/* The `__call__` that Python knows, which may have been patched in since. */
static PyObject *
instance_call(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    if (keywords == NULL && is_plain((Instance *)self, &PyTuple_GET_ITEM(arguments, 0), PyTuple_GET_SIZE(arguments))) {
        return sending_of_response(self, PyTuple_GET_ITEM(arguments, 2));
    }
    PyObject *function = PyObject_GetAttr((PyObject *)Py_TYPE(self), str_call);
    if (function == NULL) {
        return NULL;
    }
    Py_ssize_t count = PyTuple_GET_SIZE(arguments);
    PyObject *with_self = PyTuple_New(count + 1), *result = NULL;
    if (with_self != NULL) {
        PyTuple_SET_ITEM(with_self, 0, Py_NewRef(self));
        for (Py_ssize_t i = 0; i < count; i++) {
            PyTuple_SET_ITEM(with_self, i + 1, Py_NewRef(PyTuple_GET_ITEM(arguments, i)));
        }
        result = PyObject_Call(function, with_self, keywords);
        Py_DECREF(with_self);
    }
    Py_DECREF(function);
    return result;
}

/* The same without a tuple. A class whose `__call__` is no longer this one has another slot, too. */
PyObject *
instance_vectorcall(PyObject *self, PyObject *const *arguments, size_t flags, PyObject *names)
{
    Py_ssize_t count = PyVectorcall_NARGS(flags);
    ternaryfunc call = Py_TYPE(self)->tp_call;
    if (call == instance_call && names == NULL && is_plain((Instance *)self, arguments, count)) {
        return sending_of_response(self, arguments[2]);
    }
    return by_tuple(call, self, arguments, count, names);
}

PyObject *
instance_adopt(PyObject *module, PyObject *given)
{
    if (!PyType_Check(given) || ((PyTypeObject *)given)->tp_base != &Instance_Type
        || ((PyTypeObject *)given)->tp_basicsize != sizeof(Instance)) {
        PyErr_SetString(PyExc_TypeError, "a class is needed whose first base is Instance, without slots of its own");
        return NULL;
    }
    PyTypeObject *type = (PyTypeObject *)given;
    type->tp_call = instance_call;
    type->tp_vectorcall_offset = offsetof(Instance, vectorcall);
    type->tp_flags |= Py_TPFLAGS_HAVE_VECTORCALL;
    type->tp_dealloc = (destructor)instance_dealloc;
    PyType_Modified(type);
    Py_RETURN_NONE;
}
