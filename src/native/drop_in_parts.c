/* Arguments, status, field lines and content of a drop-in response, as far as there is no surprise in them. */

#include "drop_in.h"

/* Arguments by position and name. 0 where Python is to say what is wrong, or knows better. */
int
read_arguments(const DropIn *drop_in, PyObject *const *arguments, Py_ssize_t count, PyObject *names, Given *given)
{
    int redirect = drop_in->kind == REDIRECT;
    PyObject **places[] = {&given->content, &given->status, &given->headers, redirect ? NULL : &given->media_type,
                           &given->background};
    if (count > 3) {
        return 0;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        *places[i] = arguments[i];
    }
    Py_ssize_t named = names == NULL ? 0 : PyTuple_GET_SIZE(names);
    for (Py_ssize_t i = 0; i < named; i++) {
        PyObject *name = PyTuple_GET_ITEM(names, i), **place = NULL;
        if (name == (redirect ? str_url : str_content)) {
            place = places[0];
        }
        else if (name == str_status_code) {
            place = places[1];
        }
        else if (name == str_headers) {
            place = places[2];
        }
        else if (name == str_media_type) {
            place = places[3];
        }
        else if (name == str_background) {
            place = places[4];
        }
        if (place == NULL || *place != NULL) {
            return 0;
        }
        *place = arguments[count + i];
    }
    return 1;
}

/* The number, where it is a plain int of a final response; 0 otherwise. */
long
status_number(PyObject *status)
{
    if (!PyLong_CheckExact(status)) {
        return 0;
    }
    int overflow;
    long number = PyLong_AsLongAndOverflow(status, &overflow);
    return number >= 200 && number <= 599 ? number : 0;
}

int
is_redirect(long status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5. */
int
has_no_content(long status)
{
    return status == 204 || status == 205 || status == 304;
}

/* The line of a name that was met before and of plain text; NULL, perhaps without an exception, for any other. */
static PyObject *
plain_line(const DropIn *drop_in, PyObject *name, PyObject *value)
{
    if (!PyUnicode_CheckExact(name) || !PyUnicode_CheckExact(value) || !PyUnicode_IS_COMPACT_ASCII(value)) {
        return NULL;
    }
    PyObject *key = item_of(drop_in->names, name);
    if (key == NULL) {
        return NULL;
    }
    const unsigned char *octets = PyUnicode_DATA(value);
    Py_ssize_t length = PyUnicode_GET_LENGTH(value);
    PyObject *line = NULL;
    if ((length == 0 || !(is_blank(octets[0]) || is_blank(octets[length - 1])))
        && table_admits(&field_octets, octets, length)) {
        PyObject *made = PyBytes_FromStringAndSize((const char *)octets, length);
        line = made == NULL ? NULL : PyTuple_Pack(2, key, made);
        Py_XDECREF(made);
    }
    Py_DECREF(key);
    return line;
}

/* The lines of a mapping, with room for `more`; NULL, perhaps without an exception, where Python is to read it. */
PyObject *
mapping_lines(const DropIn *drop_in, PyObject *headers, Py_ssize_t more, Py_ssize_t *at)
{
    Py_ssize_t count = headers == Py_None ? 0 : PyDict_GET_SIZE(headers), position = 0;
    PyObject *name, *value, *lines = PyList_New(count + more);
    *at = 0;
    Py_BEGIN_CRITICAL_SECTION(headers);
    while (lines != NULL && *at < count && PyDict_Next(headers, &position, &name, &value)) {
        PyObject *line = plain_line(drop_in, name, value);
        if (line == NULL) {
            Py_CLEAR(lines);
            break;
        }
        PyList_SET_ITEM(lines, (*at)++, line);
    }
    Py_END_CRITICAL_SECTION();
    return lines;
}

/* Whether the content can be rendered without asking Python; nothing is read of it. */
int
is_renderable(const DropIn *drop_in, PyObject *content)
{
    return drop_in->kind == JSON_CONTENT || content == Py_None || PyBytes_CheckExact(content)
           || PyUnicode_CheckExact(content);
}

PyObject *
render(const DropIn *drop_in, PyObject *content)
{
    PyObject *octets;
    if (drop_in->kind != JSON_CONTENT) {
        return content == Py_None              ? PyBytes_FromStringAndSize("", 0)
               : PyBytes_CheckExact(content) ? Py_NewRef(content)
                                             : PyUnicode_AsUTF8String(content);
    }
    return encoded_by(drop_in->encode, content, NULL, NULL, drop_in->look, &octets) > 0 ? octets : NULL;
}
