/* The coroutine that sends a response: two messages, each awaited.

   It is what `Response.__call__` and `.send` return in place of a coroutine of Python, and behaves as one: it can be
   awaited, made a task, thrown into, closed, and warns where it is never awaited. Messages are made anew each time,
   since middleware changes them. Background work follows, for which `antiphon.responses` is the model. */

#include "sending.h"

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
