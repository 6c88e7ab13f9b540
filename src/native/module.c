/* The module `antiphon._native`. */

#include "plan.h"

PyObject *str_background, *str_always, *str_status_code, *str_raw_headers, *str_content, *str_init, *str_plan, *str_drop_in;
PyObject *str_type, *str_status, *str_headers, *str_body, *str_http, *str_call, *str_encode;
PyObject *str_media_type, *str_background_policy, *str_on_success, *text_encode;
PyObject *str_response_start, *str_response_body, *octets_content_length, *octets_location;

static struct {
    PyObject **constant;
    const char *text;
} const constants[] = {
    {&str_background, "background"},
    {&str_always, "always"},
    {&str_status_code, "status_code"},
    {&str_raw_headers, "raw_headers"},
    {&str_content, "content"},
    {&str_init, "__init__"},
    {&str_plan, "_antiphon_plan"},
    {&str_drop_in, "_antiphon_drop_in"},
    {&str_type, "type"},
    {&str_status, "status"},
    {&str_headers, "headers"},
    {&str_body, "body"},
    {&str_http, "http"},
    {&str_call, "__call__"},
    {&str_encode, "encode"},
    {&str_media_type, "media_type"},
    {&str_background_policy, "background_policy"},
    {&str_on_success, "on_success"},
    {&str_response_start, "http.response.start"},
    {&str_response_body, "http.response.body"},
};

static int
execute(PyObject *module)
{
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (*constants[i].constant == NULL && !(*constants[i].constant = PyUnicode_InternFromString(constants[i].text))) {
            return -1;
        }
    }
    if (octets_content_length == NULL
        && !((octets_content_length = PyBytes_FromString("content-length"))
             && (octets_location = PyBytes_FromString("location")))) {
        return -1;
    }
    if (text_encode == NULL && !(text_encode = PyObject_GetAttr((PyObject *)&PyUnicode_Type, str_encode))) {
        return -1;
    }
    if (PyModule_AddIntMacro(module, EDITION) < 0) {
        return -1;
    }
    PyTypeObject *types[] = {&Instance_Type, &Default_Type, &DropIn_Type, &Sending_Type, &Form_Type, &Plan_Type, &Responder_Type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (PyModule_AddType(module, types[i]) < 0) {
            return -1;
        }
    }
    return 0;
}

static PyMethodDef functions[] = {
    {"share", (PyCFunction)(void (*)(void))share, METH_FASTCALL, "What the plans of all specs have in common."},
    {"adopt_instance_class", adopt_instance_class, METH_O, "Give a class of compiled responses its quick ways."},
    {"adopt_drop_in_class", adopt_drop_in_class, METH_VARARGS, "Give a drop-in class its quick ways."},
    {"adopt_reply_class", (PyCFunction)(void (*)(void))adopt_reply_class, METH_FASTCALL, "Give it its constructor."},
    {"adopt_location", (PyCFunction)(void (*)(void))location_adopt, METH_FASTCALL, "Give Location its constructor."},
    {NULL},
};

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, execute},
#ifdef Py_mod_multiple_interpreters
    {Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
#endif
#ifdef Py_mod_gil
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "antiphon._native",
    .m_doc = "The quick way for what is certain; antiphon.native says when it is taken.",
    .m_methods = functions,
    .m_slots = slots,
};

PyMODINIT_FUNC
PyInit__native(void)
{
    return PyModuleDef_Init(&definition);
}
