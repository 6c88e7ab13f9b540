/* The constructor of `antiphon.Location` for a plain path on its own origin. Any other target is read by the class. */

#include "native.h"

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
    return by_tuple(PyType_Type.tp_call, type, arguments, count, names);
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
    ((PyTypeObject *)arguments[0])->tp_vectorcall = location;
    Py_RETURN_NONE;
}
