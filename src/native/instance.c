/* The layout of compiled responses, and of replies. Their classes are made in Python, of `Instance` and a concrete
   class. */

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
    /* Responses that hold each other, in whatever number, are given up one after the other. */
    Py_TRASHCAN_BEGIN(self, instance_dealloc);
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
    Py_TRASHCAN_END
}

void
instance_fill(Instance *self, PyObject *status, PyObject *body, PyObject *headers)
{
    self->vectorcall = instance_vectorcall;
    self->status_code = Py_NewRef(status);
    self->background = Py_NewRef(Py_None);
    self->body = Py_NewRef(body);
    self->raw_headers = Py_NewRef(headers);
}

/* In Python, a compiled response is made of its four attributes. */
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

static PyObject *
instance_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    Instance *self = (Instance *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->vectorcall = instance_vectorcall;
    }
    return (PyObject *)self;
}

/* Copies are made without a constructor, attribute by attribute, as of an object of Python. */
static PyObject *
instance_reduce(Instance *self, PyObject *Py_UNUSED(nothing))
{
    PyObject *copyreg = PyImport_ImportModule("copyreg"), *result = NULL;
    PyObject *make = copyreg == NULL ? NULL : PyObject_GetAttrString(copyreg, "__newobj__");
    PyObject *slots = make == NULL ? NULL : PyDict_New();
    struct {
        const char *name;
        PyObject *value;
    } each[] = {{"status_code", self->status_code},
                {"background", self->background},
                {"body", self->body},
                {"raw_headers", self->raw_headers}};
    for (size_t i = 0; slots != NULL && i < sizeof each / sizeof *each; i++) {
        if (each[i].value != NULL && PyDict_SetItemString(slots, each[i].name, each[i].value) < 0) {
            Py_CLEAR(slots);
        }
    }
    if (slots != NULL) {
        PyObject *own = self->dict != NULL ? self->dict : Py_None;
        result = Py_BuildValue("O(O)(OO)", make, Py_TYPE(self), own, slots);
    }
    Py_XDECREF(slots);
    Py_XDECREF(make);
    Py_XDECREF(copyreg);
    return result;
}

static PyMethodDef instance_methods[] = {
    {"__reduce__", (PyCFunction)instance_reduce, METH_NOARGS, NULL},
    {NULL},
};

static PyMemberDef instance_members[] = {
    {"status_code", T_OBJECT_EX, offsetof(Instance, status_code), 0, NULL},
    {"background", T_OBJECT_EX, offsetof(Instance, background), 0, NULL},
    {"body", T_OBJECT_EX, offsetof(Instance, body), 0, NULL},
    {"raw_headers", T_OBJECT_EX, offsetof(Instance, raw_headers), 0, NULL},
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
    .tp_methods = instance_methods,
    .tp_members = instance_members,
    .tp_getset = instance_attributes,
};

/* Give a class its quick ways; -1 with an exception where it has not the layout. */
int
instance_adopt(PyTypeObject *type)
{
    if (!PyType_IsSubtype(type, &Instance_Type) || !(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) {
        PyErr_SetString(PyExc_TypeError, "a class is needed that derives from Instance");
        return -1;
    }
    type->tp_call = instance_call;
    type->tp_vectorcall_offset = offsetof(Instance, vectorcall);
    type->tp_flags |= Py_TPFLAGS_HAVE_VECTORCALL;
    if (type->tp_basicsize == sizeof(Instance) && type->tp_finalize == NULL && type->tp_del == NULL) {
        type->tp_dealloc = (destructor)instance_dealloc;
    }
    PyType_Modified(type);
    return 0;
}

PyObject *
adopt_instance_class(PyObject *module, PyObject *given)
{
    if (!PyType_Check(given) || instance_adopt((PyTypeObject *)given) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}
