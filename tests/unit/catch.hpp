// Catch2, version 2 or 3.
#ifndef NETRA_TESTS_CATCH_HPP
#define NETRA_TESTS_CATCH_HPP

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#endif
