/* The constructor of `antiphon.Location` for a plain path on its own origin. Any other target is read by the class. */

#include "native.h"

static PyTypeObject *location_type;
static OctetTable path_octets;

static PyObject *
location(PyObject *type, PyObject *const *arguments, size_t flags, PyObject *names)
{
    Py_ssize_t count = PyVectorcall_NARGS(flags);
    PyObject *target = count == 1 && names == NULL ? arguments[0] : NULL;
    if (target != NULL && PyUnicode_CheckExact(target) && PyUnicode_IS_COMPACT_ASCII(target)) {
        const unsigned char *octets = (const unsigned char *)PyUnicode_DATA(target);
        Py_ssize_t length = PyUnicode_GET_LENGTH(target);
        if (length > 1 && octets[0] == '/' && octets[1] != '/' && table_admits(&path_octets, octets, length)) {
            PyObject *given = PyTuple_New(1);
            if (given == NULL) {
                return NULL;
            }
            PyTuple_SET_ITEM(given, 0, Py_NewRef(target));
            PyObject *made = PyUnicode_Type.tp_new((PyTypeObject *)type, given, NULL);
            Py_DECREF(given);
            return made;
        }
    }
    PyObject *positional = PyTuple_New(count), *keywords = NULL, *made = NULL;
    if (positional == NULL) {
        return NULL;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        PyTuple_SET_ITEM(positional, i, Py_NewRef(arguments[i]));
    }
    if (names != NULL && PyTuple_GET_SIZE(names) > 0) {
        keywords = PyDict_New();
        for (Py_ssize_t i = 0; keywords != NULL && i < PyTuple_GET_SIZE(names); i++) {
            if (PyDict_SetItem(keywords, PyTuple_GET_ITEM(names, i), arguments[count + i]) < 0) {
                Py_CLEAR(keywords);
            }
        }
        if (keywords == NULL) {
            Py_DECREF(positional);
            return NULL;
        }
    }
    made = PyType_Type.tp_call(type, positional, keywords);
    Py_DECREF(positional);
    Py_XDECREF(keywords);
    return made;
}

PyObject *
location_adopt(PyObject *module, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 2 || !PyType_Check(arguments[0])
        || !PyType_IsSubtype((PyTypeObject *)arguments[0], &PyUnicode_Type)
        || table_from(arguments[1], &path_octets) < 0) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "a subclass of str and a table are needed");
        }
        return NULL;
    }
    location_type = (PyTypeObject *)arguments[0];
    location_type->tp_vectorcall = location;
    Py_RETURN_NONE;
}
