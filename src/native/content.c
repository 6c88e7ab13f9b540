/* Content: what of it is certain, and its octets. */

#include "plan.h"

#include <math.h>

/* Whether a number is no NaN and no infinity; 0 also for what is no number. */
static int
is_finite(PyObject *number, int may_be_none)
{
    if (PyFloat_CheckExact(number)) {
        return isfinite(PyFloat_AS_DOUBLE(number));
    }
    return PyLong_CheckExact(number) || (number == Py_None && may_be_none);
}

static int
floats_are_finite(const Plan *plan, PyObject *content)
{
    for (Py_ssize_t i = 0; i < plan->form->floats_count; i++) {
        FloatForm *attribute = &plan->form->floats[i];
        if (plan->offsets[i] != 0) {
            PyObject *number = *(PyObject **)((char *)content + plan->offsets[i]);
            if (number == NULL || !is_finite(number, attribute->may_be_none)) {
                return 0;
            }
            continue;
        }
        PyObject *number = PyObject_GetAttr(content, attribute->name);
        int finite = number != NULL && is_finite(number, attribute->may_be_none);
        Py_XDECREF(number);
        if (!finite) {
            return doubt();
        }
    }
    return 1;
}

static PyObject *
member_of(PyObject *list, Py_ssize_t i)
{
#ifdef Py_GIL_DISABLED
    return PyList_GetItemRef(list, i);
#else
    return Py_NewRef(PyList_GET_ITEM(list, i));
#endif
}

static int
members_are_exact(const Plan *plan, PyObject *list)
{
    if (!PyList_CheckExact(list)) {
        return 0;
    }
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(list); i++) {
        PyObject *member = member_of(list, i);
        if (member == NULL) {
            return doubt();
        }
        int fit = (PyObject *)Py_TYPE(member) == plan->exact;
        if (fit && plan->form->floats_count > 0) {
            fit = floats_are_finite(plan, member);
        }
        Py_DECREF(member);
        if (fit <= 0) {
            return fit;
        }
    }
    return 1;
}

/* An encoder's complaint in antiphon's own words, raised from None; always -1. */
static int
unencoded(void)
{
    if (!PyErr_ExceptionMatches(encode_errors)) {
        return -1;
    }
    PyObject *error = taken_exception();
    PyObject *told = PyObject_CallOneArg(unencodable, error);
    if (told != NULL) {
        if (told != error) {
            PyException_SetContext(told, Py_NewRef(error));
        }
        PyException_SetCause(told, NULL);
        PyErr_SetObject((PyObject *)Py_TYPE(told), told);
        Py_DECREF(told);
    }
    Py_DECREF(error);
    return -1;
}

int
encoded_by(PyObject *encode, PyObject *content, PyObject *names, PyObject *const *values, PyObject *look,
           PyObject **octets)
{
    PyObject *arguments[2 + MOST_KEYWORDS] = {NULL, content};
    for (Py_ssize_t i = 0; names != NULL && i < PyTuple_GET_SIZE(names); i++) {
        arguments[2 + i] = values[i];
    }
    *octets = PyObject_Vectorcall(encode, arguments + 1, 1 | PY_VECTORCALL_ARGUMENTS_OFFSET, names);
    if (*octets == NULL) {
        return unencoded();
    }
    if (!PyBytes_CheckExact(*octets)) {
        PyErr_Format(PyExc_TypeError, "an encoder gave %.100s where bytes are needed", Py_TYPE(*octets)->tp_name);
        Py_CLEAR(*octets);
        return -1;
    }
    if (look != NULL
        && holds_null((const unsigned char *)PyBytes_AS_STRING(*octets), PyBytes_GET_SIZE(*octets))) {
        PyObject *looked = PyObject_CallOneArg(look, content);
        if (looked == NULL) {
            Py_CLEAR(*octets);
            return unencoded();
        }
        Py_DECREF(looked);
    }
    return 1;
}

/* The octets of content that was accepted. */
static int
encoded(const Plan *plan, PyObject *content, PyObject **octets)
{
    if (plan->encodes_text && PyUnicode_Check(content)) {
        *octets = PyUnicode_AsUTF8String(content);
        return *octets == NULL ? unencoded() : 1;
    }
    const Form *form = plan->form;
    return encoded_by(plan->encode, content, form->keyword_names, form->keyword_values,
                      form->searched ? plan->look : NULL, octets);
}

/* Whether content can be rendered without a further look; nothing is read of an iterator. */
int
is_certain(const Plan *plan, PyObject *given)
{
    switch (plan->form->exactness) {
    case TYPE:
        return (PyObject *)Py_TYPE(given) == plan->exact ? floats_are_finite(plan, given) : 0;
    case ITEMS:
        return members_are_exact(plan, given);
    default:
        return 1;
    }
}

/* Accept content and render it. */
int
rendered(const Plan *plan, PyObject *given, Parts *parts)
{
    parts->content = plan->form->exactness == ANY ? PyObject_CallOneArg(plan->accept, given) : Py_NewRef(given);
    if (parts->content == NULL) {
        return -1;
    }
    if (plan->form->content == ENCODED) {
        return encoded(plan, parts->content, &parts->body);
    }
    if (!PyBytes_CheckExact(parts->content)) {
        PyErr_SetString(PyExc_TypeError, "content is no bytes");
        return -1;
    }
    parts->body = Py_NewRef(parts->content);
    return 1;
}
