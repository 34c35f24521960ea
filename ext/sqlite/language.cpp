#include "sqlite/functions.hpp"

namespace netra::sqlite {

std::span<const Scalar> language_scalars() { return {}; }
std::span<const TableFunction> language_tables() { return {}; }

}  // namespace netra::sqlite
