/* OpenSSL libcrypto: SHA-256 of inputs and outputs. */
#include <openssl/evp.h>
