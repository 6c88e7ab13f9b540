/* What a response sends, and what follows: the order is that of `Response.__call__` in `antiphon.responses`. */

#include "sending.h"

/* An attribute of the response, as it is now; a new reference. */
static PyObject *
attribute(Sending *self, Py_ssize_t offset, PyObject *name)
{
    PyObject *value = self->has_layout ? *(PyObject **)((char *)self->response + offset) : NULL;
    return value != NULL ? Py_NewRef(value) : PyObject_GetAttr(self->response, name);
}

/* A message of two or three items; steals the references to values. */
static PyObject *
message_of(PyObject *type, PyObject *name, PyObject *value, PyObject *other_name, PyObject *other)
{
    PyObject *message = NULL;
    if (value != NULL && (other_name == NULL || other != NULL) && (message = PyDict_New()) != NULL) {
        if (PyDict_SetItem(message, str_type, type) < 0 || PyDict_SetItem(message, name, value) < 0
            || (other_name != NULL && PyDict_SetItem(message, other_name, other) < 0)) {
            Py_CLEAR(message);
        }
    }
    Py_XDECREF(value);
    Py_XDECREF(other);
    return message;
}

static PyObject *
start_message(Sending *self)
{
    PyObject *status, *headers;
    if (self->error != NULL) {
        PyErr_SetObject((PyObject *)Py_TYPE(self->error), self->error);
        return NULL;
    }
    if (self->response == NULL) {
        status = Py_NewRef(self->status);
        headers = Py_NewRef(self->headers);
    }
    else {
        status = attribute(self, offsetof(Instance, status_code), str_status_code);
        headers = status == NULL ? NULL : attribute(self, offsetof(Instance, raw_headers), str_raw_headers);
    }
    return message_of(str_response_start, str_status, status, str_headers, headers);
}

static PyObject *
body_message(Sending *self)
{
    PyObject *body = self->response == NULL ? Py_NewRef(self->body)
                                            : attribute(self, offsetof(Instance, body), str_body);
    return message_of(str_response_body, str_body, body, NULL, NULL);
}

/* Background work of the response, which may have been set while it was sent; NULL, perhaps with an exception, where
   there is none. */
static PyObject *
background_of(Sending *self)
{
    PyObject *background
        = self->response == NULL ? NULL : attribute(self, offsetof(Instance, background), str_background);
    if (background == Py_None) {
        Py_CLEAR(background);
    }
    return background;
}

/* The client left. 1 where background work is to run all the same; the exception waits until it has. */
int
goes_on_without_client(Sending *self)
{
    if ((self->stage != STARTING && self->stage != ENDING) || self->response == NULL
        || !PyErr_ExceptionMatches(PyExc_OSError)) {
        return 0;
    }
    PyObject *error = taken_exception();
    PyObject *background = background_of(self), *policy = NULL;
    int always = 0;
    if (background != NULL && (policy = PyObject_GetAttr(self->response, str_background_policy)) != NULL) {
        always = PyObject_RichCompareBool(policy, str_always, Py_EQ);
    }
    Py_XDECREF(policy);
    if (always > 0) {
        self->stage = LOST;
        Py_XSETREF(self->error, Py_NewRef(error));
        Py_CLEAR(self->awaited);
        self->awaited = iterator_of(PyObject_CallNoArgs(background));
        always = self->awaited != NULL;
    }
    Py_XDECREF(background);
    if (always > 0 || PyErr_Occurred()) {
        Py_DECREF(error);
        return always > 0;
    }
    give_back(error);
    return 0;
}

/* What is to be waited for next: the answer of `send` to a message, or background work. `*end` is set where there is
   nothing more. */
PyObject *
next_awaited(Sending *self, int *end)
{
    PyObject *message = NULL, *made;
    *end = 0;
    switch (self->stage) {
    case FRESH:
        self->stage = STARTING;
        message = start_message(self);
        break;
    case STARTING:
        self->stage = ENDING;
        message = body_message(self);
        break;
    case ENDING:
        self->stage = WORKING;
        PyObject *background = background_of(self);
        if (background != NULL) {
            made = iterator_of(PyObject_CallNoArgs(background));
            Py_DECREF(background);
            return made;
        }
        *end = !PyErr_Occurred();
        return NULL;
    case LOST:
        PyErr_SetObject((PyObject *)Py_TYPE(self->error), self->error);
        return NULL;
    default:
        *end = 1;
        return NULL;
    }
    if (message == NULL) {
        return NULL;
    }
    made = iterator_of(PyObject_CallOneArg(self->send, message));
    Py_DECREF(message);
    return made;
}
