/* What the constructors of the drop-in classes are made of. */

#ifndef ANTIPHON_DROP_IN_H
#define ANTIPHON_DROP_IN_H

#include "plan.h"

typedef enum { TEXT_CONTENT, JSON_CONTENT, REDIRECT } DropInKind;

typedef struct {
    PyObject_HEAD
    PyObject *content_type; /* the line, or None */
    PyObject *encode;       /* of JSON: the encoder, and what refuses NaN where `null` was written */
    PyObject *look;
    PyObject *names; /* a dictionary of field names that any text may follow, and their octets */
    unsigned int version;
    char kind;
} DropIn;

/* What a call gives. A redirect has its target in the place of content. */
typedef struct {
    PyObject *content;
    PyObject *status;
    PyObject *headers;
    PyObject *media_type;
    PyObject *background;
} Given;

extern PyObject *str_url;

/* Arguments by position and name: 0 where Python is to say what is wrong, or knows better. */
int read_arguments(const DropIn *drop_in, PyObject *const *arguments, Py_ssize_t count, PyObject *names, Given *given);
long status_number(PyObject *status);
int is_redirect(long status);
int has_no_content(long status);
PyObject *mapping_lines(const DropIn *drop_in, PyObject *headers, Py_ssize_t more, Py_ssize_t *at);
int is_renderable(const DropIn *drop_in, PyObject *content);
PyObject *render(const DropIn *drop_in, PyObject *content);

#endif
