/* What `.compile()` returns where the extension is there: the generated function, and a quicker way to its result.

   It shares the dictionary of the function that makes responses, and its name, docstring and annotations are the function's. */

#include "plan.h"

typedef struct {
    PyObject_HEAD
    vectorcallfunc vectorcall;
    Plan *plan;
    PyObject *python; /* the generated function */
    PyObject *dict;
    PyObject *weak_references;
} Responder;

static PyObject *
response_of(const Plan *plan, const Parts *parts)
{
    Instance *response = (Instance *)plan->response->tp_alloc(plan->response, 0);
    if (response == NULL) {
        return NULL;
    }
    instance_fill(response, plan->status, parts->body, parts->headers);
    if (set_extras(plan, (PyObject *)response) < 0) {
        Py_CLEAR(response);
    }
    return (PyObject *)response;
}

static PyObject *
respond(PyObject *callable, PyObject *const *arguments, size_t flags, PyObject *names)
{
    Responder *self = (Responder *)callable;
    Parts parts;
    int how = prepare(self->plan, arguments, PyVectorcall_NARGS(flags), names, &parts);
    if (how <= 0) {
        return how < 0 ? NULL : PyObject_Vectorcall(self->python, arguments, flags, names);
    }
    PyObject *response = response_of(self->plan, &parts);
    release(&parts);
    return response;
}

/* A coroutine function raises when it is awaited; what stops the program does not wait for that. */
static PyObject *
raised_later(Responder *self, PyObject *send)
{
    if (!PyErr_ExceptionMatches(PyExc_Exception)) {
        return NULL;
    }
    PyObject *error = taken_exception();
    PyObject *sending = sending_of_error(self->python, send, error);
    Py_DECREF(error);
    return sending;
}

static PyObject *
send(PyObject *callable, PyObject *const *arguments, size_t flags, PyObject *names)
{
    Responder *self = (Responder *)callable;
    Py_ssize_t count = PyVectorcall_NARGS(flags);
    Parts parts;
    int how = count < 1 ? 0 : prepare(self->plan, arguments + 1, count - 1, names, &parts);
    if (how < 0) {
        return raised_later(self, arguments[0]);
    }
    if (how == 0) {
        return PyObject_Vectorcall(self->python, arguments, flags, names);
    }
    PyObject *sending = sending_of_parts(self->python, arguments[0], self->plan->status, parts.headers, parts.body);
    release(&parts);
    return sending;
}

static PyObject *
responder_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    PyObject *python, *plan;
    int sends;
    static char *names[] = {"python", "plan", "sends", NULL};
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "O!O!p", names, &PyFunction_Type, &python, &Plan_Type, &plan,
                                     &sends)) {
        return NULL;
    }
    if (((Plan *)plan)->response == NULL) {
        PyErr_SetString(PyExc_TypeError, "a plan for the constructor of a reply");
        return NULL;
    }
    PyObject *dict = NULL;
    if (!sends && (dict = PyObject_GenericGetDict(python, NULL)) == NULL) {
        return NULL;
    }
    Responder *self = (Responder *)type->tp_alloc(type, 0);
    if (self == NULL) {
        Py_XDECREF(dict);
        return NULL;
    }
    self->dict = dict;
    self->python = Py_NewRef(python);
    self->plan = (Plan *)Py_NewRef(plan);
    self->vectorcall = sends ? send : respond;
    return (PyObject *)self;
}

static int
responder_traverse(Responder *self, visitproc visit, void *arg)
{
    Py_VISIT(self->plan);
    Py_VISIT(self->python);
    Py_VISIT(self->dict);
    return 0;
}

/* The plan and the function stay until the end, so that a call from a finalizer finds them. What they hold is cleared
   by themselves. */
static int
responder_clear(Responder *self)
{
    Py_CLEAR(self->dict);
    return 0;
}

static void
responder_dealloc(Responder *self)
{
    PyObject_GC_UnTrack(self);
    if (self->weak_references != NULL) {
        PyObject_ClearWeakRefs((PyObject *)self);
    }
    Py_CLEAR(self->dict);
    Py_CLEAR(self->plan);
    Py_CLEAR(self->python);
    PyObject_GC_Del(self);
}

/* The attributes that a function has by its type. */
static PyObject *
attribute_get(Responder *self, void *name)
{
    return PyObject_GetAttrString(self->python, name);
}

static int
attribute_set(Responder *self, PyObject *value, void *name)
{
    return PyObject_SetAttrString(self->python, name, value);
}

static PyObject *
responder_repr(Responder *self)
{
    PyObject *name = attribute_get(self, "__qualname__");
    if (name == NULL) {
        return NULL;
    }
    PyObject *text = PyUnicode_FromFormat("<compiled response %S at %p>", name, self);
    Py_DECREF(name);
    return text;
}

/* As a function: in a class it is a method. */
static PyObject *
responder_get(PyObject *self, PyObject *instance, PyObject *owner)
{
    return instance == NULL || instance == Py_None ? Py_NewRef(self) : PyMethod_New(self, instance);
}

/* As a function: copied and pickled by its name. */
static PyObject *
responder_reduce(Responder *self, PyObject *Py_UNUSED(nothing))
{
    return attribute_get(self, "__qualname__");
}

static PyMethodDef responder_methods[] = {
    {"__reduce__", (PyCFunction)responder_reduce, METH_NOARGS, NULL},
    {NULL},
};

static PyMemberDef responder_members[] = {
    {"__wrapped__", T_OBJECT, offsetof(Responder, python), READONLY, NULL},
    {NULL},
};

#define OF_THE_FUNCTION(NAME) {NAME, (getter)attribute_get, (setter)attribute_set, NULL, NAME}

static PyGetSetDef responder_attributes[] = {
    {"__dict__", PyObject_GenericGetDict, NULL, NULL, NULL},
    OF_THE_FUNCTION("__name__"),
    OF_THE_FUNCTION("__qualname__"),
    OF_THE_FUNCTION("__module__"),
    OF_THE_FUNCTION("__doc__"),
    OF_THE_FUNCTION("__annotations__"),
    OF_THE_FUNCTION("__code__"),
    OF_THE_FUNCTION("__defaults__"),
    OF_THE_FUNCTION("__kwdefaults__"),
    {NULL},
};

PyTypeObject Responder_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "antiphon.Responder",
    .tp_basicsize = sizeof(Responder),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_new = responder_new,
    .tp_dealloc = (destructor)responder_dealloc,
    .tp_traverse = (traverseproc)responder_traverse,
    .tp_clear = (inquiry)responder_clear,
    .tp_repr = (reprfunc)responder_repr,
    .tp_call = PyVectorcall_Call,
    .tp_vectorcall_offset = offsetof(Responder, vectorcall),
    .tp_descr_get = responder_get,
    .tp_methods = responder_methods,
    .tp_members = responder_members,
    .tp_getset = responder_attributes,
    .tp_dictoffset = offsetof(Responder, dict),
    .tp_weaklistoffset = offsetof(Responder, weak_references),
};
