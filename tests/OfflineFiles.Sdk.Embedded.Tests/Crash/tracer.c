// Runs a program and counts its calls that change something below a directory, over all of its threads. At the n-th it kills the program before the call is
// made, makes the call fail, or cuts the power of the file system below. x86-64 and arm64 Linux.
//
//   tracer ROOT [-k N] [-f N ERRNO TIMES] [-s share|cache] [-a SHARE] [-x] [-p MOUNT] [-l LOG] -- PROGRAM ARGUMENTS...
//
//   -k N                kill before the N-th call
//   -f N ERRNO TIMES    let TIMES calls from the N-th on fail
//   -s share|cache      count (and fail) only calls below ROOT/share or ROOT/cache
//   -a SHARE            the share is not ROOT/share but SHARE
//   -x                  below the share: no renames with flags and no hard links, as over FUSE
//   -p MOUNT            with -k: first shut the ext4 or xfs on MOUNT down without flushing its log
//   -v CALLS            write each counted call to CALLS: its name and its path, and of a rename the new path, separated by tabs
//   -l LOG              write the number of counted calls, and what the one acted on was, to LOG
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "This machine is not known."
#endif

#define SHUTDOWN 0x8004587dUL
#define NO_LOG_FLUSH 2

enum kind { BY_FILE, BY_PATH, BY_DIRECTORY };

struct call { int number; enum kind kind; int at; const char *name; };

// At: the argument that holds the descriptor, the path, or the directory's descriptor (the path follows it).
static const struct call calls[] = {
    { SYS_write, BY_FILE, 0, "write" }, { SYS_pwrite64, BY_FILE, 0, "pwrite64" }, { SYS_writev, BY_FILE, 0, "writev" },
    { SYS_pwritev, BY_FILE, 0, "pwritev" }, { SYS_fsync, BY_FILE, 0, "fsync" }, { SYS_fdatasync, BY_FILE, 0, "fdatasync" },
    { SYS_syncfs, BY_FILE, 0, "syncfs" }, { SYS_ftruncate, BY_FILE, 0, "ftruncate" }, { SYS_fallocate, BY_FILE, 0, "fallocate" },
    { SYS_fchmod, BY_FILE, 0, "fchmod" }, { SYS_fchown, BY_FILE, 0, "fchown" }, { SYS_fsetxattr, BY_FILE, 0, "fsetxattr" },
    { SYS_copy_file_range, BY_FILE, 2, "copy_file_range" },
    { SYS_openat, BY_DIRECTORY, 0, "openat" }, { SYS_mkdirat, BY_DIRECTORY, 0, "mkdirat" }, { SYS_unlinkat, BY_DIRECTORY, 0, "unlinkat" },
    { SYS_renameat2, BY_DIRECTORY, 0, "renameat2" }, { SYS_linkat, BY_DIRECTORY, 2, "linkat" }, { SYS_utimensat, BY_DIRECTORY, 0, "utimensat" },
    { SYS_fchmodat, BY_DIRECTORY, 0, "fchmodat" }, { SYS_fchownat, BY_DIRECTORY, 0, "fchownat" },
    { SYS_truncate, BY_PATH, 0, "truncate" },
#ifdef SYS_renameat
    { SYS_renameat, BY_DIRECTORY, 0, "renameat" },
#endif
#ifdef SYS_open
    { SYS_open, BY_PATH, 0, "open" }, { SYS_mkdir, BY_PATH, 0, "mkdir" }, { SYS_rmdir, BY_PATH, 0, "rmdir" }, { SYS_unlink, BY_PATH, 0, "unlink" },
    { SYS_rename, BY_PATH, 0, "rename" }, { SYS_link, BY_PATH, 1, "link" }, { SYS_chmod, BY_PATH, 0, "chmod" },
#endif
};

#define CALLS (sizeof calls / sizeof *calls)

static void die(const char *what) { perror(what); exit(97); }

static void filter(void) {
    struct sock_filter program[CALLS * 2 + 5];
    size_t n = 0;
    program[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
    program[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
    program[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    program[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (size_t i = 0; i < CALLS; i++) {
        program[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[i].number, 0, 1);
        program[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
    }

    program[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog whole = { (unsigned short)n, program };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) != 0) die("seccomp");
}

struct state { long number, a[6]; };

#if defined(__x86_64__)
static void get(pid_t t, struct state *s) {
    struct user_regs_struct r;
    struct iovec v = { &r, sizeof r };
    if (ptrace(PTRACE_GETREGSET, t, (void *)NT_PRSTATUS, &v) != 0) { s->number = -1; return; }
    *s = (struct state){ (long)r.orig_rax, { (long)r.rdi, (long)r.rsi, (long)r.rdx, (long)r.r10, (long)r.r8, (long)r.r9 } };
}

static void fail(pid_t t, int error) {
    struct user_regs_struct r;
    struct iovec v = { &r, sizeof r };
    if (ptrace(PTRACE_GETREGSET, t, (void *)NT_PRSTATUS, &v) != 0) return;
    r.orig_rax = (unsigned long long)-1;
    r.rax = (unsigned long long)-error;
    ptrace(PTRACE_SETREGSET, t, (void *)NT_PRSTATUS, &v);
}
#else
static void get(pid_t t, struct state *s) {
    struct user_regs_struct r;
    struct iovec v = { &r, sizeof r };
    if (ptrace(PTRACE_GETREGSET, t, (void *)NT_PRSTATUS, &v) != 0) { s->number = -1; return; }
    *s = (struct state){ (long)r.regs[8], { (long)r.regs[0], (long)r.regs[1], (long)r.regs[2], (long)r.regs[3], (long)r.regs[4], (long)r.regs[5] } };
}

static void fail(pid_t t, int error) {
    struct user_regs_struct r;
    struct iovec v = { &r, sizeof r };
    int none = -1;
    struct iovec number = { &none, sizeof none };
    if (ptrace(PTRACE_GETREGSET, t, (void *)NT_PRSTATUS, &v) != 0) return;
    r.regs[0] = (unsigned long long)-error;
    ptrace(PTRACE_SETREGSET, t, (void *)NT_PRSTATUS, &v);
    ptrace(PTRACE_SETREGSET, t, (void *)NT_ARM_SYSTEM_CALL, &number);
}
#endif

static void text(pid_t t, long address, char *buffer) {
    struct iovec here = { buffer, PATH_MAX - 1 }, there = { (void *)address, PATH_MAX - 1 };
    ssize_t n = process_vm_readv(t, &here, 1, &there, 1, 0);
    if (n < 0) {
        // The text may end right before a page that is not there.
        size_t rest = 4096 - (size_t)address % 4096;
        here.iov_len = there.iov_len = rest < PATH_MAX - 1 ? rest : PATH_MAX - 1;
        n = process_vm_readv(t, &here, 1, &there, 1, 0);
    }

    buffer[n < 0 ? 0 : n] = 0;
}

static void file(pid_t t, long descriptor, char *buffer) {
    char link[64];
    if ((int)descriptor == AT_FDCWD) snprintf(link, sizeof link, "/proc/%d/cwd", t);
    else snprintf(link, sizeof link, "/proc/%d/fd/%d", t, (int)descriptor);
    ssize_t n = readlink(link, buffer, PATH_MAX - 1);
    buffer[n < 0 ? 0 : n] = 0;
}

static int below(const char *path, const char *root) {
    size_t n = strlen(root);
    return strncmp(path, root, n) == 0 && (path[n] == 0 || path[n] == '/');
}

static int creates(const struct call *c, const struct state *s) {
    long flags = c->kind == BY_PATH ? s->a[1] : s->a[2];
    return (flags & (O_CREAT | O_TRUNC)) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

// The path that a call changes something at; empty if it changes nothing.
static void target(pid_t t, const struct call *c, const struct state *s, char *path) {
    static char name[PATH_MAX];
    path[0] = 0;
    if (strncmp(c->name, "open", 4) == 0 && !creates(c, s)) return;
    if (c->kind == BY_FILE) { file(t, s->a[c->at], path); return; }
    long address = s->a[c->kind == BY_PATH ? c->at : c->at + 1];
    name[0] = 0;
    if (address != 0) text(t, address, name);
    if (name[0] == '/') { strcpy(path, name); return; }
    file(t, c->kind == BY_PATH ? AT_FDCWD : s->a[c->at], path);
    if (path[0] != 0 && name[0] != 0 && strlen(path) + strlen(name) + 2 < PATH_MAX) { strcat(path, "/"); strcat(path, name); }
}

// The new path of a rename; empty of any other call.
static void renamed(pid_t t, const struct call *c, const struct state *s, char *path) {
    path[0] = 0;
    if (strncmp(c->name, "rename", 6) != 0) return;
    int by_path = c->kind == BY_PATH;
    struct call to = { c->number, c->kind, by_path ? 1 : 2, "to" };
    target(t, &to, s, path);
}

int main(int argc, char **argv) {
    long kill_at = 0, fail_at = 0, times = 1, count = 0;
    int error = EIO, plain = 0, i = 2;
    const char *log = NULL, *every = NULL, *mount = NULL, *side = "", *elsewhere = NULL;
    char counted[PATH_MAX], share[PATH_MAX], path[PATH_MAX], acted[PATH_MAX + 64] = "";
    for (; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "-k") == 0) kill_at = atol(argv[++i]);
        else if (strcmp(argv[i], "-f") == 0) { fail_at = atol(argv[i + 1]); error = atoi(argv[i + 2]); times = atol(argv[i + 3]); i += 3; }
        else if (strcmp(argv[i], "-s") == 0) side = argv[++i];
        else if (strcmp(argv[i], "-a") == 0) elsewhere = argv[++i];
        else if (strcmp(argv[i], "-x") == 0) plain = 1;
        else if (strcmp(argv[i], "-p") == 0) mount = argv[++i];
        else if (strcmp(argv[i], "-v") == 0) every = argv[++i];
        else if (strcmp(argv[i], "-l") == 0) log = argv[++i];
        else { fprintf(stderr, "tracer: %s?\n", argv[i]); return 97; }
    }

    if (i + 1 >= argc) return 97;
    snprintf(counted, sizeof counted, "%s%s%s", argv[1], *side ? "/" : "", side);
    if (elsewhere != NULL) snprintf(share, sizeof share, "%s", elsewhere);
    else snprintf(share, sizeof share, "%s/share", argv[1]);
    if (strcmp(side, "share") == 0) strcpy(counted, share);
    FILE *list = every == NULL ? NULL : fopen(every, "we");
    if (every != NULL && list == NULL) die(every);
    int volume = mount == NULL ? -1 : open(mount, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    pid_t child = fork();
    if (child < 0) die("fork");
    if (child == 0) {
        if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0) die("ptrace");
        raise(SIGSTOP);
        filter();
        execvp(argv[i + 1], argv + i + 1);
        die(argv[i + 1]);
    }

    int status;
    if (waitpid(child, &status, 0) != child) die("waitpid");
    if (ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL) != 0) die("options");
    ptrace(PTRACE_CONT, child, 0, 0);
    int result = 98, killed = 0;
    for (;;) {
        pid_t t = waitpid(-1, &status, __WALL);
        if (t < 0) break;
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            if (t == child) result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            continue;
        }

        if (!WIFSTOPPED(status)) continue;
        int event = status >> 16, signal = WSTOPSIG(status);
        if (event == PTRACE_EVENT_SECCOMP && !killed) {
            struct state s;
            get(t, &s);
            for (size_t c = 0; c < CALLS; c++) {
                if (calls[c].number != s.number) continue;
                target(t, &calls[c], &s, path);
                if (path[0] == 0) break;
                if (plain && below(path, share)
                    && ((s.number == SYS_renameat2 && s.a[4] != 0) || strncmp(calls[c].name, "link", 4) == 0)) {
                    fail(t, s.number == SYS_renameat2 ? EINVAL : EPERM);
                    break;
                }

                if (!below(path, counted) && !(*side == 0 && below(path, share))) break;
                count++;
                if (list != NULL) {
                    char to[PATH_MAX];
                    renamed(t, &calls[c], &s, to);
                    fprintf(list, "%s\t%s\t%s\n", calls[c].name, path, to);
                }

                if (count == kill_at) {
                    snprintf(acted, sizeof acted, "%s %s", calls[c].name, path);
                    int flag = NO_LOG_FLUSH;
                    if (volume >= 0 && ioctl(volume, SHUTDOWN, &flag) != 0) die("shutdown");
                    killed = 1;
                    kill(child, SIGKILL);
                } else if (fail_at > 0 && count >= fail_at && count < fail_at + times) {
                    if (count == fail_at) snprintf(acted, sizeof acted, "%s %s", calls[c].name, path);
                    fail(t, error);
                }

                break;
            }

            ptrace(PTRACE_CONT, t, 0, 0);
        } else if (event != 0 || signal == SIGTRAP) {
            ptrace(PTRACE_CONT, t, 0, 0);
        } else {
            // A new thread stops once by itself; anything else is the program's own.
            ptrace(PTRACE_CONT, t, 0, signal == SIGSTOP ? 0 : signal);
        }
    }

    if (list != NULL) fclose(list);
    if (log != NULL) {
        FILE *f = fopen(log, "w");
        if (f != NULL) { fprintf(f, "%ld\n%s\n", count, acted); fclose(f); }
    }

    return result;
}
