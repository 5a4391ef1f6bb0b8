# One folder of src/ is one room: one static library, one namespace, one set of arrows.
#
#   add_module(law DEPENDS base acts rulebook record
#              [LIBRARIES Boost::json ...]      libraries of others, for this room alone
#              [TEST_DEPENDS encoding ...])     rooms that only its *_test.cpp and *_fuzz.cpp see
#   add_program(depositary DEPENDS ...)         the same, but the folder becomes a program
#
# What a room sees. Its include folder is <build>/include/<room>/, which holds a single link
# <room> -> src/<room>; so `#include "law/quorum.hpp"` works only where that folder is on the search
# path. A room gets its own folder and those of the rooms it DEPENDS on, and not those of *their*
# dependencies: rooms are linked PRIVATE, which for static libraries CMake passes on to the linker
# and not to the compiler. Where a public header of A includes a header of B, users of A name B too.
#
# Files. *.cpp are the room; *_test.cpp together are one program <room>_test; each NAME_fuzz.cpp is a
# program <room>_NAME_fuzz (see cmake/fuzz_main.cpp). A room without any file yet is skipped.

set_property(GLOBAL PROPERTY DEPOSITARY_MODULES "")

# Sets in the caller: room_sources, room_headers, room_tests, room_fuzz.
macro(_room_files)
    file(GLOB room_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    file(GLOB room_headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.hpp")
    set(room_tests ${room_sources})
    set(room_fuzz ${room_sources})
    list(FILTER room_sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
    list(FILTER room_tests INCLUDE REGEX "_test\\.cpp$")
    list(FILTER room_fuzz INCLUDE REGEX "_fuzz\\.cpp$")
endmacro()

# Sets `out` to those of `names` that exist by now; stops on a name that is no room listed above this one.
function(_existing_rooms out room names)
    set(existing)
    list(FIND DEPOSITARY_ROOMS "${room}" place)
    foreach(name IN LISTS names)
        list(FIND DEPOSITARY_ROOMS "${name}" other)
        if(other EQUAL -1)
            message(FATAL_ERROR "src/${room} depends on '${name}', which is no room of CMakeLists.txt")
        elseif(ARGN STREQUAL "ABOVE" AND NOT other LESS place)
            message(FATAL_ERROR "src/${room} depends on '${name}', which is not listed above it")
        endif()
        if(TARGET ${name})
            list(APPEND existing ${name})
        endif()
    endforeach()
    set(${out} ${existing} PARENT_SCOPE)
endfunction()

function(_link_folder room)
    set(folder "${CMAKE_BINARY_DIR}/include/${room}")
    file(MAKE_DIRECTORY "${folder}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${folder}/${room}" SYMBOLIC)
endfunction()

# The tests and fuzz targets beside the code. They see `links`: the room and what it declares.
# TEST_DEPENDS may name rooms further down the list, whose targets appear later: CMake resolves the
# name when it generates, and a room that stays empty is left out by the generator expression.
function(_room_tests room links test_depends)
    foreach(name IN LISTS test_depends)
        list(APPEND links "$<TARGET_NAME_IF_EXISTS:${name}>")
    endforeach()
    if(room_tests AND DEPOSITARY_UNIT_TESTS)
        add_executable(${room}_test ${room_tests})
        depositary_warnings(${room}_test)
        target_link_libraries(${room}_test PRIVATE ${links} fmt::fmt GTest::gmock GTest::gtest_main
                                                   rapidcheck rapidcheck_gtest)
        # Tests that read files name them from the root of the source tree.
        gtest_discover_tests(${room}_test TEST_PREFIX "${room}." DISCOVERY_MODE PRE_TEST
                             WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
                             PROPERTIES LABELS unit TIMEOUT 300)
    endif()
    foreach(file IN LISTS room_fuzz)
        cmake_path(GET file STEM stem)
        set(target "${room}_${stem}")
        string(REGEX REPLACE "_fuzz$" "" corpus "${target}")
        set(corpus_folder "${CMAKE_SOURCE_DIR}/tests/corpus/${corpus}")
        if(DEPOSITARY_FUZZ)
            add_executable(${target} "${file}")
            target_link_options(${target} PRIVATE -fsanitize=fuzzer)
        elseif(DEPOSITARY_UNIT_TESTS)
            add_executable(${target} "${file}" "${CMAKE_SOURCE_DIR}/cmake/fuzz_main.cpp")
            add_test(NAME "${room}.corpus.${stem}" COMMAND ${target} "${corpus_folder}")
            set_tests_properties("${room}.corpus.${stem}" PROPERTIES LABELS unit TIMEOUT 300)
        else()
            continue()
        endif()
        depositary_warnings(${target})
        target_link_libraries(${target} PRIVATE ${links} fmt::fmt)
    endforeach()
endfunction()

function(add_module room)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LIBRARIES;TEST_DEPENDS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "add_module(${room}): what is '${arg_UNPARSED_ARGUMENTS}'?")
    endif()
    _room_files()
    if(NOT room_sources AND NOT room_headers)
        return()
    endif()
    _existing_rooms(depends ${room} "${arg_DEPENDS}" ABOVE)
    _link_folder(${room})
    set(include_folder "${CMAKE_BINARY_DIR}/include/${room}")
    if(room_sources)
        add_library(${room} STATIC ${room_sources} ${room_headers})
        depositary_warnings(${room})
        target_include_directories(${room} PUBLIC "${include_folder}")
        target_link_libraries(${room} PRIVATE ${depends} ${arg_LIBRARIES} fmt::fmt)
    else()  # headers alone
        add_library(${room} INTERFACE)
        target_include_directories(${room} INTERFACE "${include_folder}")
        foreach(dependency IN LISTS depends arg_LIBRARIES)
            target_link_libraries(${room} INTERFACE $<LINK_ONLY:${dependency}>)
        endforeach()
    endif()
    set_property(GLOBAL APPEND PROPERTY DEPOSITARY_MODULES ${room})
    set_property(GLOBAL PROPERTY DEPOSITARY_DEPENDS_${room} ${depends})
    _existing_rooms(ignored ${room} "${arg_TEST_DEPENDS}")
    _room_tests(${room} "${room};${depends}" "${arg_TEST_DEPENDS}")
endfunction()

function(add_program program)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LIBRARIES")
    _room_files()
    if(NOT room_sources)
        return()
    endif()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
    _existing_rooms(depends ${room} "${arg_DEPENDS}" ABOVE)
    _link_folder(${room})
    add_executable(${program} ${room_sources} ${room_headers})
    depositary_warnings(${program})
    target_include_directories(${program} PRIVATE "${CMAKE_BINARY_DIR}/include/${room}")
    target_link_libraries(${program} PRIVATE ${DEPOSITARY_MALLOC} ${depends} ${arg_LIBRARIES} fmt::fmt)
    set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
endfunction()
