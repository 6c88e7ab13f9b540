/* The steps that a coroutine can be taken through: next, send, throw, close. */

#include "sending.h"

/* A StopIteration that leaves a coroutine would look like its end. */
static void
no_stop_iteration(void)
{
    if (!PyErr_Occurred() || !PyErr_ExceptionMatches(PyExc_StopIteration)) {
        return;
    }
    PyObject *cause = taken_exception();
    PyObject *error = PyObject_CallFunction(PyExc_RuntimeError, "s", "coroutine raised StopIteration");
    if (error != NULL) {
        PyException_SetContext(error, Py_NewRef(cause));
        PyException_SetCause(error, Py_NewRef(cause));
        PyErr_SetObject(PyExc_RuntimeError, error);
        Py_DECREF(error);
    }
    Py_DECREF(cause);
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

PySendResult
sending_am_send(PyObject *self, PyObject *value, PyObject **result)
{
    return advance((Sending *)self, value, result);
}

PyObject *
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

PyObject *
sending_send(Sending *self, PyObject *value)
{
    PyObject *result;
    PySendResult how = advance(self, value, &result);
    return told(how, result);
}

PyObject *
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

PyObject *
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

PyObject *
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
