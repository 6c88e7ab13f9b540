/* Octets against tables, one look each and nothing allocated. */

#include "native.h"

#include <string.h>

/* A translation table, as `antiphon.grammar` has them, keeps what is allowed and changes all else. */
int
table_from(PyObject *translation, OctetTable *table)
{
    if (!PyBytes_Check(translation) || PyBytes_GET_SIZE(translation) != 256) {
        PyErr_SetString(PyExc_TypeError, "a table has 256 octets");
        return -1;
    }
    const unsigned char *to = (const unsigned char *)PyBytes_AS_STRING(translation);
    for (int octet = 0; octet < 256; octet++) {
        table->allowed[octet] = to[octet] == octet;
    }
    return 0;
}

int
table_admits(const OctetTable *table, const unsigned char *octets, Py_ssize_t length)
{
    unsigned char all = 1;
    for (Py_ssize_t i = 0; i < length; i++) {
        all &= table->allowed[octets[i]];
    }
    return all;
}

int
is_blank(unsigned char octet)
{
    return octet == ' ' || octet == '\t';
}

/* Whether `null` stands anywhere. Without a branch in the inner loop, which compilers turn into vector instructions. */
int
holds_null(const unsigned char *octets, Py_ssize_t length)
{
    Py_ssize_t starts = length - 3;
    for (Py_ssize_t from = 0; from < starts; from += 4096) {
        Py_ssize_t to = starts - from < 4096 ? starts : from + 4096;
        unsigned char found = 0;
        for (Py_ssize_t i = from; i < to; i++) {
            found |= (octets[i] == 'n') & (octets[i + 1] == 'u') & (octets[i + 2] == 'l') & (octets[i + 3] == 'l');
        }
        if (found) {
            return 1;
        }
    }
    return 0;
}
