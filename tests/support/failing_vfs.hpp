// A VFS over the default one whose n-th operation fails, once or with all after it.
#ifndef NETRA_TESTS_FAILING_VFS_HPP
#define NETRA_TESTS_FAILING_VFS_HPP

namespace failing_vfs {

inline constexpr const char* kName = "failing";
void install();
void fail(long n, bool forever);
bool heal();  // true when an operation has failed

}  // namespace failing_vfs

#endif
