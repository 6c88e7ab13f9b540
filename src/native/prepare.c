/* From the arguments of a call to field lines and octets.

   Whatever is not certain ends in 0, and the generated function does it all again: it refuses with a message, or
   knows better. Content may be read once only, as an iterator is, so it is rendered last, when all else is certain;
   from there on, what goes wrong is raised as the generated function raises it. */

#include "plan.h"

/* An exception that Python shall raise again, with its own words; -1 for those that stop the program. */
int
doubt(void)
{
    if (PyErr_Occurred()) {
        if (!PyErr_ExceptionMatches(PyExc_Exception) || PyErr_ExceptionMatches(PyExc_MemoryError)) {
            return -1;
        }
        PyErr_Clear();
    }
    return 0;
}

/* Keywords in the order of the params. 0 for a name that is not one of theirs, by identity: Python knows what to say
   of it. */
static int
sort_keywords(const Form *form, PyObject *const *values, PyObject *names, PyObject **sorted)
{
    Py_ssize_t given = names == NULL ? 0 : PyTuple_GET_SIZE(names);
    for (Py_ssize_t i = 0; i < given; i++) {
        PyObject *name = PyTuple_GET_ITEM(names, i);
        Py_ssize_t at = 0;
        while (at < form->params_count && form->params[at].name != name) {
            at++;
        }
        if (at == form->params_count) {
            return 0;
        }
        sorted[at] = values[i];
    }
    return 1;
}

void
release(Parts *parts)
{
    Py_XDECREF(parts->headers);
    Py_XDECREF(parts->body);
    Py_XDECREF(parts->content);
}

int
prepare(const Plan *plan, PyObject *const *arguments, Py_ssize_t count, PyObject *names, Parts *parts)
{
    const Form *form = plan->form;
    PyObject *values[MOST_PARAMS];
    Py_ssize_t made = 0;
    int how = 1;
    parts->headers = parts->body = parts->content = NULL;
    for (Py_ssize_t i = 0; i < form->params_count; i++) {
        parts->given[i] = NULL;
    }
    /* A plan without a status was cleared by the garbage collector, and something still calls. */
    if (plan->status == NULL || count != (form->content != NO_CONTENT)
        || !sort_keywords(form, arguments + count, names, parts->given)) {
        return 0;
    }
    if (form->content != NO_CONTENT) {
        how = is_certain(plan, arguments[0]);
    }
    for (; how > 0 && made < form->params_count; made++) {
        how = octets_of_param(&form->params[made], &plan->params[made], parts->given[made], &values[made]);
    }
    if (form->content == NO_CONTENT) {
        parts->body = Py_NewRef(plan->octets);
    }
    else if (how > 0) {
        how = rendered(plan, arguments[0], parts);
    }
    if (how > 0) {
        parts->headers = lines_of(plan, values, parts->body);
        how = parts->headers == NULL ? -1 : 1;
    }
    while (made > 0) {
        Py_XDECREF(values[--made]);
    }
    if (how <= 0) {
        release(parts);
    }
    return how;
}
