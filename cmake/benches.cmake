# Every bench/NAME.cpp is a program bench_NAME that sees all rooms; Google Benchmark where it is installed.

find_package(benchmark CONFIG QUIET)
find_package(SQLite3 QUIET)  # a peer to compare with
if(NOT SQLite3_FOUND)
    message(STATUS "bench/ is left out: SQLite (libsqlite3-dev) is not installed")
    return()  # ./run needs neither
endif()
get_property(modules GLOBAL PROPERTY DEPOSITARY_MODULES)
file(GLOB bench_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/bench/*.cpp")
foreach(file IN LISTS bench_sources)
    cmake_path(GET file STEM stem)
    add_executable(bench_${stem} "${file}")
    depositary_warnings(bench_${stem})
    target_link_libraries(bench_${stem} PRIVATE ${modules} fmt::fmt SQLite::SQLite3)
    if(TARGET benchmark::benchmark)
        target_link_libraries(bench_${stem} PRIVATE benchmark::benchmark)
    endif()
endforeach()
