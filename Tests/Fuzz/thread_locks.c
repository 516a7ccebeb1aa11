// Tells ThreadSanitizer of locks that somebody waits for, for the runs of sanitize.sh only.
//
// Swift's Mutex takes and gives back a lock that nobody else wants in the caller's own code, which is instrumented; what
// is contended goes through libswiftSynchronization, which is not, so that all it guards would be reported as a race.
// This library is put before that one, lets it do the work, and says so.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

// There in a program under ThreadSanitizer, and in no other that is started with this library.
void __tsan_acquire(void *) __attribute__((weak));
void __tsan_release(void *) __attribute__((weak));

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void lock_slow(uint32_t thread, SELF void *lock) __asm__(LOCK);
SWIFT void lock_slow(uint32_t thread, SELF void *lock) {
  SWIFT void (*real)(uint32_t, SELF void *) = (SWIFT void (*)(uint32_t, SELF void *))dlsym(RTLD_NEXT, LOCK);
  real(thread, lock);
  if (__tsan_acquire) __tsan_acquire(lock);
}

SWIFT bool try_lock_slow(SELF void *lock) __asm__(TRY);
SWIFT bool try_lock_slow(SELF void *lock) {
  SWIFT bool (*real)(SELF void *) = (SWIFT bool (*)(SELF void *))dlsym(RTLD_NEXT, TRY);
  bool is_taken = real(lock);
  if (is_taken && __tsan_acquire) __tsan_acquire(lock);
  return is_taken;
}

SWIFT void unlock_slow(SELF void *lock) __asm__(UNLOCK);
SWIFT void unlock_slow(SELF void *lock) {
  SWIFT void (*real)(SELF void *) = (SWIFT void (*)(SELF void *))dlsym(RTLD_NEXT, UNLOCK);
  if (__tsan_release) __tsan_release(lock);
  real(lock);
}
