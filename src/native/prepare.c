/* From the arguments of a call to field lines and octets.

   Whatever is not certain ends in 0, and the generated function does it all again: it refuses with a message, or
   knows better. Content may be read once only, as an iterator is, so it is rendered last, when all else is certain;
   from there on, what goes wrong is raised as the generated function raises it. */

#include "plan.h"

#include <math.h>
#include <string.h>

/* An exception that Python shall raise again, with its own words; -1 for those that stop the program. */
int
doubt(void)
{
    if (PyErr_Occurred()) {
        if (!PyErr_ExceptionMatches(PyExc_Exception) || PyErr_ExceptionMatches(PyExc_MemoryError)) {
            return -1;
        }
        PyErr_Clear();
    }
    return 0;
}

/* --- content --- */

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
    PyObject *type, *error, *traceback;
    PyErr_Fetch(&type, &error, &traceback);
    PyErr_NormalizeException(&type, &error, &traceback);
    PyObject *told = PyObject_CallOneArg(unencodable, error);
    if (told != NULL) {
        if (told != error) {
            PyException_SetContext(told, Py_NewRef(error));
        }
        PyException_SetCause(told, NULL);
        PyErr_SetObject((PyObject *)Py_TYPE(told), told);
        Py_DECREF(told);
    }
    Py_XDECREF(type);
    Py_XDECREF(error);
    Py_XDECREF(traceback);
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
static int
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
static int
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

/* --- params --- */

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
static int
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

/* --- field lines --- */

static PyObject *
pair(PyObject *name, PyObject *value)
{
    PyObject *line = PyTuple_New(2);
    if (line != NULL) {
        PyTuple_SET_ITEM(line, 0, Py_NewRef(name));
        PyTuple_SET_ITEM(line, 1, Py_NewRef(value));
    }
    return line;
}

PyObject *
length_line(Py_ssize_t length)
{
    if (length < PyTuple_GET_SIZE(content_lengths)) {
        return Py_NewRef(PyTuple_GET_ITEM(content_lengths, length));
    }
    PyObject *digits = PyBytes_FromFormat("%zd", length);
    if (digits == NULL) {
        return NULL;
    }
    PyObject *line = pair(octets_content_length, digits);
    Py_DECREF(digits);
    return line;
}

/* A line whose value is a template, with the params in its places. */
static PyObject *
filled(PyObject *line, const LineForm *form, PyObject **values)
{
    PyObject *parts = PyTuple_New(form->parts_count);
    if (parts == NULL) {
        return NULL;
    }
    for (int i = 0; i < form->parts_count; i++) {
        PyTuple_SET_ITEM(parts, i, Py_NewRef(values[(int)form->parts[i]]));
    }
    PyObject *value = PyNumber_Remainder(PyTuple_GET_ITEM(line, 1), parts), *made = NULL;
    Py_DECREF(parts);
    if (value != NULL) {
        made = pair(PyTuple_GET_ITEM(line, 0), value);
        Py_DECREF(value);
    }
    return made;
}

/* Lines in the order of the generated function: those of the form, Content-Length, then what may be left out. */
static PyObject *
lines_of(const Plan *plan, PyObject **values, PyObject *body)
{
    const Form *form = plan->form;
    Py_ssize_t count = form->always_count + (form->content != NO_CONTENT), at = 0;
    for (Py_ssize_t i = 0; i < form->params_count; i++) {
        count += form->params[i].optional && values[i] != NULL;
    }
    PyObject *headers = PyList_New(count), **given = plan->lines;
    if (headers == NULL) {
        return NULL;
    }
    for (const LineForm *line = form->lines; line < form->lines + form->lines_count; line++) {
        PyObject *made;
        if (line->param < 0) {
            made = line->parts_count > 0 ? filled(*given, line, values) : Py_NewRef(*given);
            given++;
        }
        else if (form->params[line->param].optional) {
            continue;
        }
        else {
            made = pair(plan->params[line->param].field, values[line->param]);
        }
        if (made == NULL) {
            goto failed;
        }
        PyList_SET_ITEM(headers, at++, made);
    }
    if (form->content != NO_CONTENT) {
        PyObject *made = length_line(PyBytes_GET_SIZE(body));
        if (made == NULL) {
            goto failed;
        }
        PyList_SET_ITEM(headers, at++, made);
    }
    for (Py_ssize_t i = 0; i < form->params_count; i++) {
        if (form->params[i].optional && values[i] != NULL) {
            PyObject *made = pair(plan->params[i].field, values[i]);
            if (made == NULL) {
                goto failed;
            }
            PyList_SET_ITEM(headers, at++, made);
        }
    }
    return headers;
failed:
    Py_DECREF(headers);
    return NULL;
}

/* --- the whole --- */

/* Keywords in the order of the params. 0 for a name that is not one of theirs, by identity: Python knows what to say
   of it. */
static int
sort_keywords(const Form *form, PyObject *const *values, PyObject *names, PyObject **sorted)
{
    Py_ssize_t given = names == NULL ? 0 : PyTuple_GET_SIZE(names);
    for (Py_ssize_t i = 0; i < given; i++) {
        PyObject *name = PyTuple_GET_ITEM(names, i);
        Py_ssize_t at = 0;
        while (at < form->params_count && form->params[at].name != name) {
            at++;
        }
        if (at == form->params_count) {
            return 0;
        }
        sorted[at] = values[i];
    }
    return 1;
}

void
release(Parts *parts)
{
    Py_XDECREF(parts->headers);
    Py_XDECREF(parts->body);
    Py_XDECREF(parts->content);
}

int
prepare(const Plan *plan, PyObject *const *arguments, Py_ssize_t count, PyObject *names, Parts *parts)
{
    const Form *form = plan->form;
    PyObject *values[MOST_PARAMS];
    Py_ssize_t made = 0;
    int how = 1;
    parts->headers = parts->body = parts->content = NULL;
    for (Py_ssize_t i = 0; i < form->params_count; i++) {
        parts->given[i] = NULL;
    }
    if (count != (form->content != NO_CONTENT) || !sort_keywords(form, arguments + count, names, parts->given)) {
        return 0;
    }
    if (form->content != NO_CONTENT) {
        how = is_certain(plan, arguments[0]);
    }
    for (; how > 0 && made < form->params_count; made++) {
        how = octets_of_param(&form->params[made], &plan->params[made], parts->given[made], &values[made]);
    }
    if (form->content == NO_CONTENT) {
        parts->body = Py_NewRef(plan->octets);
    }
    else if (how > 0) {
        how = rendered(plan, arguments[0], parts);
    }
    if (how > 0) {
        parts->headers = lines_of(plan, values, parts->body);
        how = parts->headers == NULL ? -1 : 1;
    }
    while (made > 0) {
        Py_XDECREF(values[--made]);
    }
    if (how <= 0) {
        release(parts);
    }
    return how;
}
