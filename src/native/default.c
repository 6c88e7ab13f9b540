/* An attribute that a class of replies has as well as its instances, such as `status_code`: the class's own where the
   class is asked, or where an instance has none. */

#include "native.h"

typedef struct {
    PyObject_HEAD
    PyObject *value;
    Py_ssize_t offset; /* where an instance has its own */
} Default;

static PyObject *
default_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    PyObject *name, *value;
    if (!PyArg_ParseTuple(arguments, "UO", &name, &value)) {
        return NULL;
    }
    int status = PyUnicode_CompareWithASCIIString(name, "status_code") == 0;
    if (!status && PyUnicode_CompareWithASCIIString(name, "background") != 0) {
        PyErr_SetString(PyExc_ValueError, "status_code and background have a default");
        return NULL;
    }
    Default *self = (Default *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->value = Py_NewRef(value);
        self->offset = status ? offsetof(Instance, status_code) : offsetof(Instance, background);
    }
    return (PyObject *)self;
}

static void
default_dealloc(Default *self)
{
    Py_CLEAR(self->value);
    PyObject_Free(self);
}

static PyObject **
place_in(const Default *self, PyObject *response)
{
    return (PyObject **)((char *)response + self->offset);
}

static int
is_response(PyObject *object)
{
    if (!PyObject_TypeCheck(object, &Instance_Type)) {
        PyErr_SetString(PyExc_TypeError, "only a response has this attribute");
        return 0;
    }
    return 1;
}

static PyObject *
default_get(Default *self, PyObject *response, PyObject *owner)
{
    if (response == NULL || response == Py_None) {
        return Py_NewRef(self->value);
    }
    if (!is_response(response)) {
        return NULL;
    }
    PyObject *found;
    Py_BEGIN_CRITICAL_SECTION(response);
    PyObject *own = *place_in(self, response);
    found = Py_NewRef(own != NULL ? own : self->value);
    Py_END_CRITICAL_SECTION();
    return found;
}

static int
default_set(Default *self, PyObject *response, PyObject *value)
{
    if (!is_response(response)) {
        return -1;
    }
    Py_BEGIN_CRITICAL_SECTION(response);
    Py_XSETREF(*place_in(self, response), Py_XNewRef(value));
    Py_END_CRITICAL_SECTION();
    return 0;
}

PyTypeObject Default_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "antiphon.Default",
    .tp_doc = "An attribute of a class, and of its instances.",
    .tp_basicsize = sizeof(Default),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = default_new,
    .tp_dealloc = (destructor)default_dealloc,
    .tp_descr_get = (descrgetfunc)default_get,
    .tp_descr_set = (descrsetfunc)default_set,
};
