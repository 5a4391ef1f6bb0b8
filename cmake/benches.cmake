# Every bench/NAME.cpp is a program bench_NAME that sees all rooms; Google Benchmark where it is installed.

find_package(benchmark CONFIG QUIET)
get_property(modules GLOBAL PROPERTY DEPOSITARY_MODULES)
file(GLOB bench_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/bench/*.cpp")
foreach(file IN LISTS bench_sources)
    cmake_path(GET file STEM stem)
    add_executable(bench_${stem} "${file}")
    depositary_warnings(bench_${stem})
    target_link_libraries(bench_${stem} PRIVATE ${DEPOSITARY_MALLOC} ${modules} fmt::fmt SQLite::SQLite3)
    if(TARGET benchmark::benchmark)
        target_link_libraries(bench_${stem} PRIVATE benchmark::benchmark)
    endif()
endforeach()
