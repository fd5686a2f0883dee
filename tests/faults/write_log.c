/* Loaded before libc: writes down every write, sync and truncation of the database and its log, after it was
 * done, into the file named by MOTCUA_WRITE_LOG. A record: what (w, s, t), which file (d or l), where, how many
 * bytes, the bytes. Records are written whole, one after the other. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int out = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static int ends(const char *path, const char *end) {
    size_t a = strlen(path), b = strlen(end);
    return a >= b && strcmp(path + a - b, end) == 0;
}

static char which(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return ends(path, "/central.db") ? 'd' : ends(path, "/central.db-wal") ? 'l' : 0;
}

static void note(char what, char file, uint64_t at, uint64_t size, const void *bytes) {
    static ssize_t (*real_writev)(int, const struct iovec *, int);
    if (!real_writev) real_writev = dlsym(RTLD_NEXT, "writev");
    if (out < 0) out = open(getenv("MOTCUA_WRITE_LOG"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    char head[18] = {what, file};
    memcpy(head + 2, &at, 8);
    memcpy(head + 10, &size, 8);
    struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, bytes ? size : 0}};
    if (real_writev(out, parts, 2) != (ssize_t)(sizeof head + (bytes ? size : 0))) abort();
}

ssize_t write(int fd, const void *bytes, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    char file = which(fd);
    if (!file) return real(fd, bytes, size);
    pthread_mutex_lock(&turn);
    off_t at = lseek(fd, 0, SEEK_CUR);
    ssize_t done = real(fd, bytes, size);
    if (done > 0) note('w', file, at, done, bytes);
    pthread_mutex_unlock(&turn);
    return done;
}

#define PWRITE(name)                                                             \
    ssize_t name(int fd, const void *bytes, size_t size, off_t at) {             \
        static ssize_t (*real)(int, const void *, size_t, off_t);                \
        if (!real) real = dlsym(RTLD_NEXT, #name);                               \
        char file = which(fd);                                                   \
        if (!file) return real(fd, bytes, size, at);                             \
        pthread_mutex_lock(&turn);                                               \
        ssize_t done = real(fd, bytes, size, at);                                \
        if (done > 0) note('w', file, at, done, bytes);                          \
        pthread_mutex_unlock(&turn);                                             \
        return done;                                                             \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define SYNC(name)                                                               \
    int name(int fd) {                                                           \
        static int (*real)(int);                                                 \
        if (!real) real = dlsym(RTLD_NEXT, #name);                               \
        char file = which(fd);                                                   \
        if (!file) return real(fd);                                              \
        pthread_mutex_lock(&turn);                                               \
        int done = real(fd);                                                     \
        if (done == 0) note('s', file, 0, 0, NULL);                              \
        pthread_mutex_unlock(&turn);                                             \
        return done;                                                             \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name)                                                           \
    int name(int fd, off_t size) {                                               \
        static int (*real)(int, off_t);                                          \
        if (!real) real = dlsym(RTLD_NEXT, #name);                               \
        char file = which(fd);                                                   \
        if (!file) return real(fd, size);                                        \
        pthread_mutex_lock(&turn);                                               \
        int done = real(fd, size);                                               \
        if (done == 0) note('t', file, size, 0, NULL);                           \
        pthread_mutex_unlock(&turn);                                             \
        return done;                                                             \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)
