/* A response on its way. */

#ifndef ANTIPHON_SENDING_H
#define ANTIPHON_SENDING_H

#include "native.h"

/* LOST: the client left, and background work runs all the same. */
enum { FRESH, STARTING, ENDING, WORKING, LOST, DONE };

typedef struct {
    PyObject_HEAD
    PyObject *send;
    PyObject *response; /* or NULL: then the four that follow */
    PyObject *function;
    PyObject *status;
    PyObject *headers;
    PyObject *body;
    PyObject *error; /* or NULL: what is raised in the place of a first message, or in the end */
    PyObject *awaited; /* the iterator of what `send` returned */
    PyObject *weak_references;
    char stage;
    char running;
    char has_layout;
} Sending;

/* What stands behind `await value`, whose reference it takes; NULL with an exception. */
PyObject *iterator_of(PyObject *value);

/* What is to be waited for next: the answer of `send` to a message, or background work; NULL with an exception, or with
   `*end` set where there is nothing more. */
PyObject *next_awaited(Sending *self, int *end);
/* Whether the exception that is set waits until background work has run. */
int goes_on_without_client(Sending *self);

PySendResult sending_am_send(PyObject *self, PyObject *value, PyObject **result);
PyObject *sending_iternext(Sending *self);
PyObject *sending_send(Sending *self, PyObject *value);
PyObject *sending_throw(Sending *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *sending_close(Sending *self, PyObject *nothing);
/* Close what is waited for; a new reference, or NULL with an exception. */
PyObject *finish_awaited(Sending *self);

#endif
