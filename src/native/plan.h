/* A form is what all specs of one shape have in common (`antiphon.shape.Shape`); a plan, what is left to do for the
   responses of one spec: its form, and the values that the generated function has as cells. */

#ifndef ANTIPHON_PLAN_H
#define ANTIPHON_PLAN_H

#include "native.h"

#define MOST_PARAMS 32
#define MOST_KEYWORDS 4

typedef enum { NO_CONTENT, OCTETS, ENCODED } ContentKind;
typedef enum { ANY, TYPE, ITEMS } Exactness;
typedef enum { COOKIE, TEXT, TYPED, TARGET, CONVERTED } ParamKind;

typedef struct {
    PyObject *name; /* interned */
    char kind;
    char optional;
    char cookie;
    char standard; /* whether it has a default */
} ParamForm;

typedef struct {
    int param;       /* whose line it is; -1 for a line that the spec gives */
    int parts_count; /* how many params the spec's template takes; 0 for a finished line */
    char *parts;
} LineForm;

typedef struct {
    PyObject *name; /* interned */
    char may_be_none;
} FloatForm;

typedef struct {
    PyObject_HEAD
    ParamForm *params;
    LineForm *lines;
    FloatForm *floats;
    Py_ssize_t params_count, lines_count, floats_count;
    Py_ssize_t given_count;  /* lines that the spec gives */
    Py_ssize_t always_count; /* lines that every response has, without Content-Length */
    PyObject *keyword_names; /* of what goes to the encoder with each call, or NULL */
    PyObject *keyword_values[MOST_KEYWORDS];
    char content, exactness, searched, on_success, own_media_type;
} Form;

typedef struct {
    PyObject *check;
    PyObject *exact;
    PyObject *field;
    PyObject *around; /* what stands around the value in a cookie's line: so many octets before, and what is after */
    PyObject *standard; /* the default, and its octets */
    PyObject *standard_octets;
    int before;
    int after;
    int limit;
    int encodes_text; /* the type's `encode` is that of str */
} ParamValues;

typedef struct {
    PyObject_HEAD
    Form *form;
    PyTypeObject *response; /* NULL for a reply, whose class the constructor is told */
    PyObject *status;
    PyObject *media_type;
    PyObject *octets;
    PyObject *exact;
    PyObject *accept;
    PyObject *encode;
    PyObject *look;
    ParamValues *params; /* of the same block: */
    PyObject **lines;    /* those that the spec gives, in their order */
    Py_ssize_t *offsets; /* where a float's slot stands in an instance of the content's class; 0 where it has none */
    char encodes_text;
} Plan;

extern PyTypeObject Form_Type;
extern PyTypeObject Plan_Type;

/* What all plans share. */
extern OctetTable cookie_octets, field_octets, path_octets;
extern PyObject *content_lengths;
extern PyObject *encode_errors, *unencodable;
PyObject *share(PyObject *module, PyObject *const *arguments, Py_ssize_t count);

/* What a response is made of. `given` are the arguments in the order of the params, borrowed; NULL where one was left
   out. */
typedef struct {
    PyObject *headers;
    PyObject *body;
    PyObject *content; /* as it was accepted; NULL where there is none */
    PyObject *given[MOST_PARAMS];
} Parts;

/* 1: the parts, which `release` gives up. 0: in doubt, and Python is to say. -1: an exception. */
int prepare(const Plan *plan, PyObject *const *arguments, Py_ssize_t count, PyObject *names, Parts *parts);
void release(Parts *parts);

/* The octets of content; -1 with an exception in antiphon's own words. `look`, unless it is NULL, is told the content
   where `null` was written. */
int encoded_by(PyObject *encode, PyObject *content, PyObject *names, PyObject *const *values, PyObject *look,
               PyObject **octets);
/* Whether content can be rendered without a further look: 1, 0 or -1 with an exception. Nothing is read of an iterator. */
int is_certain(const Plan *plan, PyObject *given);
/* Accept content and render it: 1, or -1 with an exception. */
int rendered(const Plan *plan, PyObject *given, Parts *parts);
/* What stands in a param's line, NULL where it is left out: 1; 0 in doubt; -1 with an exception. */
int octets_of_param(const ParamForm *form, const ParamValues *param, PyObject *value, PyObject **octets);
/* New references. */
PyObject *lines_of(const Plan *plan, PyObject **values, PyObject *body);
PyObject *length_line(Py_ssize_t length);
/* Forget an exception that Python shall raise again: 0; -1 for those that stop the program. */
int doubt(void);

/* The attributes that not every response of its class has; -1 with an exception. */
int set_extras(const Plan *plan, PyObject *response);

#endif
