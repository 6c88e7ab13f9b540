/* The coroutine that sends a response: two messages, each awaited.

   It is what `Response.__call__` and `.send` return in place of a coroutine of Python, and behaves as one: it can be
   awaited, made a task, thrown into, closed, and warns where it is never awaited. Messages are made anew each time,
   since middleware changes them. Background work follows, for which `antiphon.responses` is the model. */

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

static PyObject *
sending_new(PyObject *send)
{
    Sending *self = PyObject_GC_New(Sending, &Sending_Type);
    if (self == NULL) {
        return NULL;
    }
    self->send = Py_NewRef(send);
    self->response = self->function = self->status = self->headers = self->body = NULL;
    self->error = self->awaited = self->weak_references = NULL;
    self->stage = FRESH;
    self->running = self->has_layout = 0;
    return (PyObject *)self;
}

PyObject *
sending_of_response(PyObject *response, PyObject *send, int has_layout)
{
    Sending *self = (Sending *)sending_new(send);
    if (self != NULL) {
        self->has_layout = (char)(has_layout && READS_SLOTS);
        self->response = Py_NewRef(response);
        PyObject_GC_Track(self);
    }
    return (PyObject *)self;
}

PyObject *
sending_of_parts(PyObject *function, PyObject *send, PyObject *status, PyObject *headers, PyObject *body)
{
    Sending *self = (Sending *)sending_new(send);
    if (self != NULL) {
        self->function = Py_NewRef(function);
        self->status = Py_NewRef(status);
        self->headers = Py_NewRef(headers);
        self->body = Py_NewRef(body);
        PyObject_GC_Track(self);
    }
    return (PyObject *)self;
}

PyObject *
sending_of_error(PyObject *function, PyObject *send, PyObject *error)
{
    Sending *self = (Sending *)sending_new(send);
    if (self != NULL) {
        self->function = Py_NewRef(function);
        self->error = Py_NewRef(error);
        PyObject_GC_Track(self);
    }
    return (PyObject *)self;
}

static int
sending_traverse(Sending *self, visitproc visit, void *arg)
{
    Py_VISIT(self->send);
    Py_VISIT(self->response);
    Py_VISIT(self->function);
    Py_VISIT(self->status);
    Py_VISIT(self->headers);
    Py_VISIT(self->body);
    Py_VISIT(self->error);
    Py_VISIT(self->awaited);
    return 0;
}

static int
sending_clear(Sending *self)
{
    Py_CLEAR(self->send);
    Py_CLEAR(self->response);
    Py_CLEAR(self->function);
    Py_CLEAR(self->status);
    Py_CLEAR(self->headers);
    Py_CLEAR(self->body);
    Py_CLEAR(self->error);
    Py_CLEAR(self->awaited);
    return 0;
}

/* The names are those of the function in Python in whose place this stands. */
static PyObject *
name_of(Sending *self, void *which)
{
    PyObject *function = self->function != NULL ? Py_NewRef(self->function)
                         : self->response != NULL ? PyObject_GetAttr((PyObject *)Py_TYPE(self->response), str_call)
                                                  : NULL;
    if (function == NULL) {
        PyErr_Clear();
        return PyUnicode_FromString("send");
    }
    PyObject *name = PyObject_GetAttrString(function, which);
    Py_DECREF(function);
    return name;
}

static PyObject *finish_awaited(Sending *self);

/* As a coroutine: whoever forgets `await` sends nothing, and is told; and what it waits for is closed. */
static void
sending_finalize(Sending *self)
{
    PyObject *type, *value, *traceback, *done = NULL;
    if (self->stage == DONE) {
        return;
    }
    PyErr_Fetch(&type, &value, &traceback);
    if (self->stage == FRESH) {
        PyObject *name = name_of(self, "__qualname__");
        if (name != NULL && PyErr_WarnFormat(PyExc_RuntimeWarning, 1, "coroutine '%U' was never awaited", name) == 0) {
            done = Py_NewRef(Py_None);
        }
        Py_XDECREF(name);
    }
    else {
        done = finish_awaited(self);
    }
    self->stage = DONE;
    if (done == NULL) {
        PyErr_WriteUnraisable((PyObject *)self);
    }
    Py_XDECREF(done);
    PyErr_Restore(type, value, traceback);
}

static void
sending_dealloc(Sending *self)
{
    if (self->stage != DONE && PyObject_CallFinalizerFromDealloc((PyObject *)self) < 0) {
        return;
    }
    PyObject_GC_UnTrack(self);
    if (self->weak_references != NULL) {
        PyObject_ClearWeakRefs((PyObject *)self);
    }
    sending_clear(self);
    PyObject_GC_Del(self);
}

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

/* Whether a generator is a coroutine of the kind that `types.coroutine` makes. */
static int
is_awaitable_generator(PyObject *value)
{
    if (!PyGen_CheckExact(value)) {
        return 0;
    }
    PyObject *code = PyObject_GetAttrString(value, "gi_code");
    int awaitable = code != NULL && PyCode_Check(code) && ((PyCodeObject *)code)->co_flags & CO_ITERABLE_COROUTINE;
    PyErr_Clear();
    Py_XDECREF(code);
    return awaitable;
}

/* Whether somebody else waits for a coroutine; one that was made just now is known to nobody else. */
static int
is_awaited_already(PyObject *coroutine)
{
    if (Py_REFCNT(coroutine) == 1) {
        return 0;
    }
    PyObject *awaited = PyObject_GetAttrString(coroutine, "cr_await");
    int already = awaited != NULL && awaited != Py_None;
    Py_XDECREF(awaited);
    PyErr_Clear();
    return already;
}

/* What stands behind `await value`; steals the reference. */
static PyObject *
iterator_of(PyObject *value)
{
    if (value == NULL) {
        return NULL;
    }
    if (PyCoro_CheckExact(value)) {
        if (is_awaited_already(value)) {
            PyErr_SetString(PyExc_RuntimeError, "coroutine is being awaited already");
            Py_CLEAR(value);
        }
        return value;
    }
    if (is_awaitable_generator(value)) {
        return value;
    }
    PyAsyncMethods *methods = Py_TYPE(value)->tp_as_async;
    if (methods == NULL || methods->am_await == NULL) {
        PyErr_Format(PyExc_TypeError, "object %.100s can't be used in 'await' expression", Py_TYPE(value)->tp_name);
        Py_DECREF(value);
        return NULL;
    }
    PyObject *iterator = methods->am_await(value);
    Py_DECREF(value);
    if (iterator != NULL && PyCoro_CheckExact(iterator)) {
        PyErr_SetString(PyExc_TypeError, "__await__() returned a coroutine");
        Py_CLEAR(iterator);
    }
    if (iterator != NULL && !PyIter_Check(iterator)) {
        PyErr_Format(PyExc_TypeError, "__await__() returned non-iterator of type '%.100s'", Py_TYPE(iterator)->tp_name);
        Py_CLEAR(iterator);
    }
    return iterator;
}

/* A StopIteration that leaves a coroutine would look like its end. */
static void
no_stop_iteration(void)
{
    if (!PyErr_Occurred() || !PyErr_ExceptionMatches(PyExc_StopIteration)) {
        return;
    }
    PyObject *type, *cause, *traceback, *error;
    PyErr_Fetch(&type, &cause, &traceback);
    PyErr_NormalizeException(&type, &cause, &traceback);
    if (traceback != NULL) {
        PyException_SetTraceback(cause, traceback);
    }
    error = PyObject_CallFunction(PyExc_RuntimeError, "s", "coroutine raised StopIteration");
    if (error != NULL) {
        PyException_SetContext(error, Py_NewRef(cause));
        PyException_SetCause(error, Py_NewRef(cause));
        PyErr_SetObject(PyExc_RuntimeError, error);
        Py_DECREF(error);
    }
    Py_XDECREF(type);
    Py_XDECREF(cause);
    Py_XDECREF(traceback);
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
static int
goes_on_without_client(Sending *self)
{
    if ((self->stage != STARTING && self->stage != ENDING) || self->response == NULL
        || !PyErr_ExceptionMatches(PyExc_OSError)) {
        return 0;
    }
    PyObject *type, *error, *traceback;
    PyErr_Fetch(&type, &error, &traceback);
    PyErr_NormalizeException(&type, &error, &traceback);
    if (traceback != NULL) {
        PyException_SetTraceback(error, traceback);
    }
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
        Py_XDECREF(type);
        Py_XDECREF(error);
        Py_XDECREF(traceback);
        return always > 0;
    }
    PyErr_Restore(type, error, traceback);
    return 0;
}

/* What is to be waited for next: the answer of `send` to a message, or background work. `*end` is set where there is
   nothing more. */
static PyObject *
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

/* Go on until something is to be waited for. `*result` is what was yielded, or None at the end. */
static PySendResult
advance(Sending *self, PyObject *value, PyObject **result)
{
    PySendResult how = PYGEN_ERROR;
    *result = NULL;
    if (self->running) {
        PyErr_SetString(PyExc_ValueError, "coroutine already executing");
        return PYGEN_ERROR;
    }
    if (self->stage == DONE) {
        PyErr_SetString(PyExc_RuntimeError, "cannot reuse already awaited coroutine");
        return PYGEN_ERROR;
    }
    if (self->stage == FRESH && value != Py_None) {
        PyErr_SetString(PyExc_TypeError, "can't send non-None value to a just-started coroutine");
        return PYGEN_ERROR;
    }
    self->running = 1;
    for (;;) {
        how = PYGEN_ERROR;
        if (self->awaited != NULL) {
            how = PyIter_Send(self->awaited, value, result);
            if (how == PYGEN_NEXT) {
                break;
            }
            Py_CLEAR(*result);
            Py_CLEAR(self->awaited);
            value = Py_None;
        }
        else {
            how = PYGEN_RETURN;
        }
        if (how == PYGEN_RETURN) {
            int end;
            self->awaited = next_awaited(self, &end);
            if (end) {
                *result = Py_NewRef(Py_None);
                break;
            }
            how = self->awaited != NULL ? PYGEN_NEXT : PYGEN_ERROR;
        }
        if (how == PYGEN_ERROR && !goes_on_without_client(self)) {
            break;
        }
    }
    self->running = 0;
    if (how != PYGEN_NEXT) {
        self->stage = DONE;
        Py_CLEAR(self->awaited);
    }
    if (how == PYGEN_ERROR) {
        no_stop_iteration();
    }
    return how;
}

static PySendResult
sending_am_send(PyObject *self, PyObject *value, PyObject **result)
{
    return advance((Sending *)self, value, result);
}

static PyObject *
sending_iternext(Sending *self)
{
    PyObject *result;
    if (advance(self, Py_None, &result) == PYGEN_RETURN) {
        Py_CLEAR(result); /* an end without an exception is a StopIteration of None */
    }
    return result;
}

/* A step's end as methods tell it. */
static PyObject *
told(PySendResult how, PyObject *result)
{
    if (how == PYGEN_RETURN) {
        Py_CLEAR(result);
        PyErr_SetNone(PyExc_StopIteration);
    }
    return result;
}

static PyObject *
sending_send(Sending *self, PyObject *value)
{
    PyObject *result;
    PySendResult how = advance(self, value, &result);
    return told(how, result);
}

static PyObject *
finish_awaited(Sending *self)
{
    PyObject *awaited = self->awaited, *closed = NULL;
    self->awaited = NULL;
    if (awaited == NULL) {
        return Py_NewRef(Py_None);
    }
    PyObject *close = PyObject_GetAttrString(awaited, "close");
    if (close != NULL) {
        self->running = 1;
        closed = PyObject_CallNoArgs(close);
        self->running = 0;
        Py_DECREF(close);
    }
    else if (PyErr_ExceptionMatches(PyExc_AttributeError)) {
        PyErr_Clear();
        closed = Py_NewRef(Py_None);
    }
    Py_DECREF(awaited);
    return closed;
}

static PyObject *
sending_close(Sending *self, PyObject *Py_UNUSED(nothing))
{
    if (self->running) {
        PyErr_SetString(PyExc_ValueError, "coroutine already executing");
        return NULL;
    }
    self->stage = DONE;
    PyObject *closed = finish_awaited(self);
    if (closed == NULL) {
        return NULL;
    }
    Py_DECREF(closed);
    Py_RETURN_NONE;
}

/* Raise what `throw` was given: an exception, or its type with a value, and perhaps a traceback. 0 where it was given
   something else, which is raised instead. */
static int
raise_thrown(PyObject *const *arguments, Py_ssize_t count)
{
    PyObject *what = arguments[0], *value = count > 1 ? arguments[1] : Py_None;
    PyObject *traceback = count > 2 ? arguments[2] : Py_None;
    if (traceback != Py_None && !PyTraceBack_Check(traceback)) {
        PyErr_SetString(PyExc_TypeError, "throw() third argument must be a traceback object");
        return 0;
    }
    if (PyExceptionInstance_Check(what)) {
        if (value != Py_None) {
            PyErr_SetString(PyExc_TypeError, "instance exception may not have a separate value");
            return 0;
        }
        PyErr_SetObject((PyObject *)Py_TYPE(what), what);
    }
    else if (PyExceptionClass_Check(what)) {
        PyErr_SetObject(what, value == Py_None ? NULL : value);
    }
    else {
        PyErr_Format(PyExc_TypeError, "exceptions must be classes or instances deriving from BaseException, not %s",
                     Py_TYPE(what)->tp_name);
        return 0;
    }
    if (traceback != Py_None) {
        PyObject *type, *exception, *own;
        PyErr_Fetch(&type, &exception, &own);
        Py_XDECREF(own);
        PyErr_Restore(type, exception, Py_NewRef(traceback));
    }
    return 1;
}

static PyObject *
sending_throw(Sending *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count < 1 || count > 3) {
        PyErr_Format(PyExc_TypeError, "throw expected at %s argument%s, got %zd", count < 1 ? "least 1" : "most 3",
                     count < 1 ? "" : "s", count);
        return NULL;
    }
    if (self->running) {
        PyErr_SetString(PyExc_ValueError, "coroutine already executing");
        return NULL;
    }
    PyObject *kind = PyExceptionInstance_Check(arguments[0]) ? (PyObject *)Py_TYPE(arguments[0]) : arguments[0];
    if (self->stage == DONE) {
        if (raise_thrown(arguments, count)) {
            PyErr_SetString(PyExc_RuntimeError, "cannot reuse already awaited coroutine");
        }
        return NULL;
    }
    if (self->awaited != NULL && PyErr_GivenExceptionMatches(kind, PyExc_GeneratorExit)) {
        PyObject *closed = finish_awaited(self);
        self->stage = DONE;
        if (closed == NULL) {
            return NULL;
        }
        Py_DECREF(closed);
    }
    PyObject *throw = NULL;
    if (self->awaited != NULL) {
        throw = PyObject_GetAttrString(self->awaited, "throw");
        if (throw == NULL) {
            if (!PyErr_ExceptionMatches(PyExc_AttributeError)) {
                return NULL;
            }
            PyErr_Clear();
        }
    }
    if (throw == NULL) {
        if (raise_thrown(arguments, count)) {
            self->stage = DONE;
            Py_CLEAR(self->awaited);
#if PY_VERSION_HEX < 0x030C0000
            no_stop_iteration(); /* from 3.12 on, one that is thrown into a coroutine before its first step leaves as it is */
#endif
        }
        return NULL;
    }
    self->running = 1;
    PyObject *result = PyObject_Vectorcall(throw, arguments, count, NULL);
    self->running = 0;
    Py_DECREF(throw);
    if (result != NULL) {
        return result;
    }
    Py_CLEAR(self->awaited);
    if (PyErr_Occurred() && !PyErr_ExceptionMatches(PyExc_StopIteration)) {
        if (!goes_on_without_client(self)) {
            self->stage = DONE;
            return NULL;
        }
    }
    /* `send` dealt with it and returned, so the response goes on. */
    PyErr_Clear();
    PySendResult how = advance(self, Py_None, &result);
    return told(how, result);
}

static PyObject *
sending_await(Sending *self)
{
    if (self->awaited != NULL) {
        PyErr_SetString(PyExc_RuntimeError, "coroutine is being awaited already");
        return NULL;
    }
    return Py_NewRef((PyObject *)self);
}

static PyObject *
sending_awaited(Sending *self, void *closure)
{
    return Py_NewRef(self->awaited != NULL ? self->awaited : Py_None);
}

static PyObject *
sending_running(Sending *self, void *closure)
{
    return PyBool_FromLong(self->running);
}

static PyAsyncMethods sending_async = {
    .am_await = (unaryfunc)sending_await,
    .am_send = sending_am_send,
};

static PyMethodDef sending_methods[] = {
    {"__await__", (PyCFunction)sending_await, METH_NOARGS, NULL},
    {"send", (PyCFunction)sending_send, METH_O, NULL},
    {"throw", (PyCFunction)(void (*)(void))sending_throw, METH_FASTCALL, NULL},
    {"close", (PyCFunction)sending_close, METH_NOARGS, NULL},
    {NULL},
};

static PyGetSetDef sending_attributes[] = {
    {"__name__", (getter)name_of, NULL, NULL, "__name__"},
    {"__qualname__", (getter)name_of, NULL, NULL, "__qualname__"},
    {"cr_await", (getter)sending_awaited, NULL, NULL, NULL},
    {"cr_running", (getter)sending_running, NULL, NULL, NULL},
    {NULL},
};

PyTypeObject Sending_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "antiphon.Sending",
    .tp_doc = "A response on its way: an awaitable that sends two messages.",
    .tp_basicsize = sizeof(Sending),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = (destructor)sending_dealloc,
    .tp_finalize = (destructor)sending_finalize,
    .tp_traverse = (traverseproc)sending_traverse,
    .tp_clear = (inquiry)sending_clear,
    .tp_weaklistoffset = offsetof(Sending, weak_references),
    .tp_as_async = &sending_async,
    .tp_iternext = (iternextfunc)sending_iternext,
    .tp_methods = sending_methods,
    .tp_getset = sending_attributes,
};
