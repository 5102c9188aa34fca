module resolutionsite

go 1.26
