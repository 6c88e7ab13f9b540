/* The constructor of a class of replies (`antiphon.Reply`): what the generated `__init__` does, without it.

   The class keeps the pair of its plan and that `__init__`; where another has taken its place, Python constructs. */

#include "plan.h"

/* The plan of a class, which the caller owns; NULL, without an exception, where Python is to construct. */
static Plan *
plan_of(PyTypeObject *type)
{
    PyObject *own = type->tp_dict, *pair = PyDict_GetItemWithError(own, str_plan);
    if (pair == NULL || PyDict_GetItemWithError(own, str_init) != PyTuple_GET_ITEM(pair, 1)) {
        PyErr_Clear();
        return NULL;
    }
    return (Plan *)Py_NewRef(PyTuple_GET_ITEM(pair, 0));
}

/* What a reply keeps beside what it sends: what it was given. */
static int
keep(PyObject *reply, const Plan *plan, const Parts *parts)
{
    if (set_extras(plan, reply) < 0
        || (parts->content != NULL && PyObject_SetAttr(reply, str_content, parts->content) < 0)) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < plan->form->params_count; i++) {
        const ParamForm *form = &plan->form->params[i];
        PyObject *value = parts->given[i];
        if (value == NULL) {
            value = form->standard ? plan->params[i].standard : Py_None;
        }
        if (PyObject_SetAttr(reply, form->name, value) < 0) {
            return -1;
        }
    }
    return 0;
}

static PyObject *
construct(PyObject *callable, PyObject *const *arguments, size_t flags, PyObject *names)
{
    PyTypeObject *type = (PyTypeObject *)callable;
    Py_ssize_t count = PyVectorcall_NARGS(flags);
    Plan *plan = plan_of(type);
    Parts parts;
    int how = plan == NULL ? 0 : prepare(plan, arguments, count, names, &parts);
    if (how <= 0) {
        Py_XDECREF(plan);
        return how < 0 ? NULL : by_tuple(PyType_Type.tp_call, callable, arguments, count, names);
    }
    PyObject *reply = type->tp_alloc(type, 0);
    if (reply != NULL) {
        instance_fill((Instance *)reply, plan->status, parts.body, parts.headers);
        if (keep(reply, plan, &parts) < 0) {
            Py_CLEAR(reply);
        }
    }
    release(&parts);
    Py_DECREF(plan);
    return reply;
}

/* A class that derives from Instance, with its own `__init__`. That nothing stands in the place of the layout's
   attributes, of `__new__` and of the metaclass is for `antiphon.responder` to see. */
PyObject *
adopt_reply_class(PyObject *module, PyObject *const *arguments, Py_ssize_t count)
{
    PyTypeObject *type = count == 2 ? (PyTypeObject *)arguments[0] : NULL;
    if (type == NULL || !Py_IS_TYPE(arguments[1], &Plan_Type) || !PyType_CheckExact(type)
        || type->tp_new != Instance_Type.tp_new) {
        PyErr_SetString(PyExc_TypeError, "a class without a metaclass and a `__new__`, and a plan are needed");
        return NULL;
    }
    PyObject *init = PyDict_GetItemWithError(type->tp_dict, str_init);
    PyObject *pair = init == NULL ? NULL : PyTuple_Pack(2, arguments[1], init);
    if (pair == NULL || PyObject_SetAttr((PyObject *)type, str_plan, pair) < 0 || instance_adopt(type) < 0) {
        Py_XDECREF(pair);
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "a class with an __init__ is needed");
        }
        return NULL;
    }
    Py_DECREF(pair);
    type->tp_vectorcall = construct;
    /* From 3.12 on, the interpreter enters the `__init__` of a class by itself, if the class allocates as usual. */
    type->tp_alloc = allocated;
    Py_RETURN_NONE;
}
