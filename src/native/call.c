/* How a response is called as an ASGI application.

   Over HTTP, a `Sending` does it. The `__call__` in Python stays what subclasses inherit, and what a web socket and
   whatever is patched in afterwards go through. */

#include "native.h"

/* Whether these are the three arguments of an HTTP application. */
static int
is_http(PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 3 || !PyDict_CheckExact(arguments[0])) {
        return 0;
    }
    PyObject *type = item_of(arguments[0], str_type);
    int http = type == str_http
               || (type != NULL && PyUnicode_CheckExact(type) && PyUnicode_CompareWithASCIIString(type, "http") == 0);
    Py_XDECREF(type);
    return http;
}

/* The `__call__` that Python knows, which may have been patched in since. */
static PyObject *
call_by_name(PyObject *self, PyObject *arguments, PyObject *keywords)
{
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

PyObject *
response_call(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    PyObject *const *given = &PyTuple_GET_ITEM(arguments, 0);
    if (keywords == NULL && is_http(given, PyTuple_GET_SIZE(arguments))) {
        return sending_of_response(self, given[2], 0);
    }
    return call_by_name(self, arguments, keywords);
}

PyObject *
instance_call(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    PyObject *const *given = &PyTuple_GET_ITEM(arguments, 0);
    if (keywords == NULL && is_http(given, PyTuple_GET_SIZE(arguments))) {
        return sending_of_response(self, given[2], 1);
    }
    return call_by_name(self, arguments, keywords);
}

/* The same without a tuple. A class whose `__call__` is no longer this one has another slot, too. */
PyObject *
instance_vectorcall(PyObject *self, PyObject *const *arguments, size_t flags, PyObject *names)
{
    Py_ssize_t count = PyVectorcall_NARGS(flags);
    ternaryfunc call = Py_TYPE(self)->tp_call;
    if (call == instance_call && names == NULL && is_http(arguments, count)) {
        return sending_of_response(self, arguments[2], 1);
    }
    return by_tuple(call, self, arguments, count, names);
}
