/* What the files of the extension share.

   The extension does nothing that antiphon's Python code does not: it takes the cases that are certain, and hands
   every other one, with the arguments as they were, to the generated function. So an error is always Python's. */

#ifndef ANTIPHON_NATIVE_H
#define ANTIPHON_NATIVE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

/* Free-threaded builds let another thread store into a slot while it is read here; there, attributes are read by the
   API, which holds on to what it reads. */
#ifdef Py_GIL_DISABLED
#define READS_SLOTS 0
#else
#define READS_SLOTS 1
#endif

/* Before 3.13 there is a lock around everything. */
#ifndef Py_BEGIN_CRITICAL_SECTION
#define Py_BEGIN_CRITICAL_SECTION(OBJECT) {
#define Py_END_CRITICAL_SECTION() }
#endif

/* Raised with every change that the Python code of before, or of after, would not survive. */
#define EDITION 1

/* A response: what its class in Python declares beside these stands in the dictionary, which is made when it is
   needed. */
typedef struct {
    PyObject_HEAD
    PyObject *status_code;
    PyObject *background;
    PyObject *body;
    PyObject *raw_headers;
    PyObject *dict;
    PyObject *weak_references;
    vectorcallfunc vectorcall;
} Instance;

extern PyTypeObject Instance_Type;
extern PyTypeObject Default_Type;
extern PyTypeObject DropIn_Type;
extern PyTypeObject Sending_Type;
extern PyTypeObject Responder_Type;

/* Names and constants, made once. */
extern PyObject *str_background, *str_always, *str_status_code, *str_raw_headers, *str_content, *str_init, *str_plan, *str_drop_in;
extern PyObject *str_type, *str_status, *str_headers, *str_body, *str_http, *str_call, *str_encode;
extern PyObject *str_media_type, *str_background_policy, *str_on_success, *text_encode;
extern PyObject *str_response_start, *str_response_body, *octets_content_length, *octets_location;

/* Which octets are allowed. */
typedef struct {
    unsigned char allowed[256];
} OctetTable;

int table_from(PyObject *translation, OctetTable *table);
int table_admits(const OctetTable *table, const unsigned char *octets, Py_ssize_t length);
int holds_null(const unsigned char *octets, Py_ssize_t length);
int is_blank(unsigned char octet);

/* The exception that is set, taken away, with its traceback; a new reference. */
PyObject *taken_exception(void);
/* Set it again, as it was; takes the reference. */
void give_back(PyObject *exception);

/* A call in the old way, with a tuple and a dictionary. */
PyObject *by_tuple(ternaryfunc call, PyObject *callable, PyObject *const *arguments, Py_ssize_t count, PyObject *names);

/* New references; NULL with an exception. `has_layout` says that the response is an Instance, and no class above it
   reads its attributes otherwise; `function` is the one in whose place the others stand. */
PyObject *sending_of_response(PyObject *response, PyObject *send, int has_layout);
PyObject *sending_of_parts(PyObject *function, PyObject *send, PyObject *status, PyObject *headers, PyObject *body);
PyObject *sending_of_error(PyObject *function, PyObject *send, PyObject *error);

/* A new reference; NULL, without an exception, where the dictionary has no such key. */
PyObject *item_of(PyObject *dict, PyObject *key);
/* What a class allocates by that the interpreter shall not enter by itself, which it does from 3.12 on. */
PyObject *allocated(PyTypeObject *type, Py_ssize_t items);

PyObject *response_call(PyObject *self, PyObject *arguments, PyObject *keywords);
PyObject *instance_call(PyObject *self, PyObject *arguments, PyObject *keywords);
PyObject *instance_vectorcall(PyObject *self, PyObject *const *arguments, size_t flags, PyObject *names);
void instance_fill(Instance *self, PyObject *status, PyObject *body, PyObject *headers);
int instance_adopt(PyTypeObject *type);

PyObject *adopt_instance_class(PyObject *module, PyObject *type);
/* The arguments are the class, its kind, its Content-Type line or None, an encoder, a look, and the plain names. */
PyObject *adopt_drop_in_class(PyObject *module, PyObject *arguments);
PyObject *adopt_reply_class(PyObject *module, PyObject *const *arguments, Py_ssize_t count);
PyObject *location_adopt(PyObject *module, PyObject *const *arguments, Py_ssize_t count);

#endif
