/* The octets of params, each by its kind; by the same tables as the generated function's. */

#include "plan.h"

#include <string.h>

/* The value of a Set-Cookie line. */
static PyObject *
surrounded(const ParamValues *param, const char *value, Py_ssize_t length)
{
    const char *around = PyBytes_AS_STRING(param->around);
    Py_ssize_t before = param->before, after = PyBytes_GET_SIZE(param->around) - param->after;
    PyObject *whole = PyBytes_FromStringAndSize(NULL, before + length + after);
    if (whole != NULL) {
        char *at = PyBytes_AS_STRING(whole);
        memcpy(at, around, before);
        memcpy(at + before, value, length);
        memcpy(at + before + length, around + param->after, after);
    }
    return whole;
}

/* The ASCII text of exactly a str; NULL for anything else. */
static const char *
ascii_of(PyObject *value, Py_ssize_t *length)
{
    if (!PyUnicode_CheckExact(value) || !PyUnicode_IS_COMPACT_ASCII(value)) {
        return NULL;
    }
    *length = PyUnicode_GET_LENGTH(value);
    return (const char *)PyUnicode_DATA(value);
}

/* The octets of a param of type str, where they can stand as they are. */
static const char *
plain_text(const ParamForm *form, const ParamValues *param, PyObject *value, Py_ssize_t *length)
{
    const char *text = ascii_of(value, length);
    if (text == NULL) {
        return NULL;
    }
    const unsigned char *octets = (const unsigned char *)text;
    int good = 0;
    switch (form->kind) {
    case COOKIE:
        good = *length <= param->limit && table_admits(&cookie_octets, octets, *length);
        break;
    case TEXT:
        good = (*length == 0 || !(is_blank(text[0]) || is_blank(text[*length - 1])))
               && table_admits(&field_octets, octets, *length);
        break;
    case TARGET:
        good = *length > 1 && text[0] == '/' && text[1] != '/' && table_admits(&path_octets, octets, *length);
        break;
    default:
        break;
    }
    return good ? text : NULL;
}

/* The octets of a param of another type, by its own `encode` or by the check that Python has for it. */
static PyObject *
converted(const ParamForm *form, const ParamValues *param, PyObject *value)
{
    PyObject *octets;
    if (form->kind == CONVERTED) {
        octets = PyObject_CallOneArg(param->check, value);
    }
    else if ((PyObject *)Py_TYPE(value) != param->exact) {
        return NULL;
    }
    else if (param->encodes_text) {
        Py_ssize_t length;
        const char *text = PyUnicode_AsUTF8AndSize(value, &length);
        octets = text == NULL ? NULL : PyBytes_FromStringAndSize(text, length);
    }
    else {
        octets = PyObject_CallMethodNoArgs(value, str_encode);
    }
    if (octets != NULL && !PyBytes_CheckExact(octets)) {
        Py_CLEAR(octets);
    }
    return octets;
}

/* What stands in the param's line. Of one that is left out, `*octets` is NULL. */
int
octets_of_param(const ParamForm *form, const ParamValues *param, PyObject *value, PyObject **octets)
{
    *octets = NULL;
    if (form->optional && (value == Py_None || (value == NULL && !form->standard))) {
        return 1;
    }
    PyObject *made;
    if (form->standard && (value == NULL || value == param->standard)) {
        made = Py_NewRef(param->standard_octets);
    }
    else if (value == NULL) {
        return 0;
    }
    else if (form->kind == TYPED || form->kind == CONVERTED) {
        made = converted(form, param, value);
    }
    else {
        Py_ssize_t length;
        const char *text = plain_text(form, param, value, &length);
        if (text == NULL) {
            return 0;
        }
        *octets = form->cookie ? surrounded(param, text, length)
                               : PyBytes_FromStringAndSize(text, length);
        return *octets == NULL ? -1 : 1;
    }
    if (made == NULL) {
        return doubt();
    }
    if (form->cookie) {
        *octets = surrounded(param, PyBytes_AS_STRING(made), PyBytes_GET_SIZE(made));
        Py_DECREF(made);
        return *octets == NULL ? -1 : 1;
    }
    *octets = made;
    return 1;
}
