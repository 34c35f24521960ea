#include "sqlite/functions.hpp"

namespace netra::sqlite {

std::span<const Scalar> extract_scalars() { return {}; }
std::span<const TableFunction> extract_tables() { return {}; }

}  // namespace netra::sqlite
