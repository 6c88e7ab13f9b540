/* `await`, as the interpreter does it. */

#include "sending.h"

/* Whether a generator is a coroutine of the kind that `types.coroutine` makes. */
static int
is_awaitable_generator(PyObject *value)
{
    if (!PyGen_CheckExact(value)) {
        return 0;
    }
    PyObject *code = PyObject_GetAttrString(value, "gi_code");
    int awaitable = code != NULL && PyCode_Check(code) && ((PyCodeObject *)code)->co_flags & CO_ITERABLE_COROUTINE;
    PyErr_Clear();
    Py_XDECREF(code);
    return awaitable;
}

/* Whether somebody else waits for a coroutine; one that was made just now is known to nobody else. */
static int
is_awaited_already(PyObject *coroutine)
{
    if (Py_REFCNT(coroutine) == 1) {
        return 0;
    }
    PyObject *awaited = PyObject_GetAttrString(coroutine, "cr_await");
    int already = awaited != NULL && awaited != Py_None;
    Py_XDECREF(awaited);
    PyErr_Clear();
    return already;
}

/* What stands behind `await value`; steals the reference. */
PyObject *
iterator_of(PyObject *value)
{
    if (value == NULL) {
        return NULL;
    }
    if (PyCoro_CheckExact(value)) {
        if (is_awaited_already(value)) {
            PyErr_SetString(PyExc_RuntimeError, "coroutine is being awaited already");
            Py_CLEAR(value);
        }
        return value;
    }
    if (is_awaitable_generator(value)) {
        return value;
    }
    PyAsyncMethods *methods = Py_TYPE(value)->tp_as_async;
    if (methods == NULL || methods->am_await == NULL) {
        PyErr_Format(PyExc_TypeError, "object %.100s can't be used in 'await' expression", Py_TYPE(value)->tp_name);
        Py_DECREF(value);
        return NULL;
    }
    PyObject *iterator = methods->am_await(value);
    Py_DECREF(value);
    if (iterator != NULL && PyCoro_CheckExact(iterator)) {
        PyErr_SetString(PyExc_TypeError, "__await__() returned a coroutine");
        Py_CLEAR(iterator);
    }
    if (iterator != NULL && !PyIter_Check(iterator)) {
        PyErr_Format(PyExc_TypeError, "__await__() returned non-iterator of type '%.100s'", Py_TYPE(iterator)->tp_name);
        Py_CLEAR(iterator);
    }
    return iterator;
}
