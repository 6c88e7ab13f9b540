/* The list of field lines, in the order in which the generated function has them. */

#include "plan.h"

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
PyObject *
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
