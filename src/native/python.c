/* What the other files ask of Python, in the one way that suits every version. */

#include "native.h"

PyObject *
item_of(PyObject *dict, PyObject *key)
{
#ifdef Py_GIL_DISABLED
    PyObject *item = NULL;
    if (PyDict_GetItemRef(dict, key, &item) < 0) {
        PyErr_Clear();
    }
    return item;
#else
    PyObject *item = PyDict_GetItemWithError(dict, key);
    if (item == NULL) {
        PyErr_Clear();
    }
    return Py_XNewRef(item);
#endif
}

PyObject *
taken_exception(void)
{
#if PY_VERSION_HEX >= 0x030C0000
    return PyErr_GetRaisedException();
#else
    PyObject *type, *exception, *traceback;
    PyErr_Fetch(&type, &exception, &traceback);
    PyErr_NormalizeException(&type, &exception, &traceback);
    if (traceback != NULL) {
        PyException_SetTraceback(exception, traceback);
    }
    Py_XDECREF(type);
    Py_XDECREF(traceback);
    return exception;
#endif
}

void
give_back(PyObject *exception)
{
#if PY_VERSION_HEX >= 0x030C0000
    PyErr_SetRaisedException(exception);
#else
    PyErr_Restore(Py_NewRef(Py_TYPE(exception)), exception, PyException_GetTraceback(exception));
#endif
}

PyObject *
allocated(PyTypeObject *type, Py_ssize_t items)
{
    return PyType_GenericAlloc(type, items);
}

static PyObject *
keywords_of(PyObject *const *values, PyObject *names)
{
    PyObject *keywords = PyDict_New();
    for (Py_ssize_t i = 0; keywords != NULL && i < PyTuple_GET_SIZE(names); i++) {
        if (PyDict_SetItem(keywords, PyTuple_GET_ITEM(names, i), values[i]) < 0) {
            Py_CLEAR(keywords);
        }
    }
    return keywords;
}

PyObject *
by_tuple(ternaryfunc call, PyObject *callable, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    PyObject *positional = PyTuple_New(count), *keywords = NULL, *result = NULL;
    if (positional == NULL) {
        return NULL;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        PyTuple_SET_ITEM(positional, i, Py_NewRef(arguments[i]));
    }
    int named = names != NULL && PyTuple_GET_SIZE(names) > 0;
    if (!named || (keywords = keywords_of(arguments + count, names)) != NULL) {
        result = call(callable, positional, keywords);
    }
    Py_DECREF(positional);
    Py_XDECREF(keywords);
    return result;
}
