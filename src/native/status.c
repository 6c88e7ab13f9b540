/* `status_code` of a class of replies: the class's own where the class is asked, the response's where one is. */

#include "native.h"

typedef struct {
    PyObject_HEAD
    PyObject *status;
} Status;

static PyObject *
status_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    PyObject *status;
    if (!PyArg_ParseTuple(arguments, "O!", &PyLong_Type, &status)) {
        return NULL;
    }
    Status *self = (Status *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->status = Py_NewRef(status);
    }
    return (PyObject *)self;
}

static void
status_dealloc(Status *self)
{
    Py_CLEAR(self->status);
    PyObject_Free(self);
}

static int
is_response(PyObject *object)
{
    if (!PyObject_TypeCheck(object, &Instance_Type)) {
        PyErr_SetString(PyExc_TypeError, "only a response has a status_code");
        return 0;
    }
    return 1;
}

static PyObject *
status_get(Status *self, PyObject *response, PyObject *owner)
{
    if (response == NULL || response == Py_None) {
        return Py_NewRef(self->status);
    }
    if (!is_response(response)) {
        return NULL;
    }
    PyObject *found;
    Py_BEGIN_CRITICAL_SECTION(response);
    PyObject *own = ((Instance *)response)->status_code;
    found = Py_NewRef(own != NULL ? own : self->status);
    Py_END_CRITICAL_SECTION();
    return found;
}

static int
status_set(Status *self, PyObject *response, PyObject *value)
{
    if (!is_response(response)) {
        return -1;
    }
    Py_BEGIN_CRITICAL_SECTION(response);
    Py_XSETREF(((Instance *)response)->status_code, Py_XNewRef(value));
    Py_END_CRITICAL_SECTION();
    return 0;
}

PyTypeObject Status_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "antiphon.Status",
    .tp_doc = "The status of a class, and of its instances.",
    .tp_basicsize = sizeof(Status),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = status_new,
    .tp_dealloc = (destructor)status_dealloc,
    .tp_descr_get = (descrgetfunc)status_get,
    .tp_descr_set = (descrsetfunc)status_set,
};
