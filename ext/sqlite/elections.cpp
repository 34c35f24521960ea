#include "sqlite/functions.hpp"

namespace netra::sqlite {

std::span<const Scalar> election_scalars() { return {}; }
std::span<const TableFunction> election_tables() { return {}; }

}  // namespace netra::sqlite
