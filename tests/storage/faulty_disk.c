/* Counts the writes, syncs, renames, links and cuts of files below FAULTY_FOLDER, and makes one of them fail. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int seen, failing, lasting, number;

/* Fail call `at` (from 1; 0: none) with `error`, and every later one too where `from_then_on`. */
void faulty_arm(int at, int error, int from_then_on) { seen = 0; failing = at; number = error; lasting = from_then_on; }
int faulty_seen(void) { return seen; }

static int is_ours(const char *path) {
    const char *folder = getenv("FAULTY_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int fd_is_ours(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

static int fails(int ours) {
    if (!ours) return 0;
    seen++;
    if (failing && (seen == failing || (lasting && seen > failing))) { errno = number; return 1; }
    return 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t size) { return fails(fd_is_ours(fd)) ? -1 : REAL(write)(fd, data, size); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    return fails(fd_is_ours(fd)) ? -1 : REAL(pwrite)(fd, data, size, at);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    return fails(fd_is_ours(fd)) ? -1 : REAL(pwrite64)(fd, data, size, at);
}
int fsync(int fd) { return fails(fd_is_ours(fd)) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(fd_is_ours(fd)) ? -1 : REAL(fdatasync)(fd); }
int ftruncate(int fd, off_t size) { return fails(fd_is_ours(fd)) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return fails(fd_is_ours(fd)) ? -1 : REAL(ftruncate64)(fd, size); }
int rename(const char *from, const char *to) { return fails(is_ours(to)) ? -1 : REAL(rename)(from, to); }
int link(const char *from, const char *to) { return fails(is_ours(to)) ? -1 : REAL(link)(from, to); }
int linkat(int a, const char *from, int b, const char *to, int flags) {
    return fails(is_ours(to)) ? -1 : REAL(linkat)(a, from, b, to, flags);
}
int unlink(const char *path) { return fails(is_ours(path)) ? -1 : REAL(unlink)(path); }
