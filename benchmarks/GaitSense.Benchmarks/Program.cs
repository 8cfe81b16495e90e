using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GaitSense.Benchmarks;

// --check-budget   every stage against benchmarks/budget.json, for CI: a table of medians over three processes, and exit code 1 when one is over
//                  (--budget-round: one of these processes)
// --hour           gaitsense analyze on 1, 10 and 60 minutes of both feet
// --robustness     simulated walks under ever harder conditions: writes benchmarks/results/robustness.md in some minutes
//                  (--whole: every walk under every condition too, to artifacts/robustness.md; --preset NAME, --condition NAME, --seeds N: a part of it, printed)
// --direction      how often directions are named right, simulated and recorded: writes benchmarks/results/direction.md
//                  (--preset NAME, --seeds N: a part of it, printed; --failures: every stride named wrong)
// --coverage       how often 95 % intervals hold the truth, over 1000 simulated walks: writes benchmarks/results/coverage.md
//                  (--seeds N: N walks, printed; --fit: what the core adds to all strides of a foot, on other walkers)
// --spectra        simulated landings and push-offs beside recorded ones, by frequency band: writes benchmarks/results/spectra.md
// --sensors        recorded feet with one thing wrong with their sensor at a time, and whether it is named: writes benchmarks/results/sensors.md in a minute
//                  (--recording NAME, --condition NAME: a part of it, printed; --failures: every one that is not named)
// --sensitivity    what -50 % and +50 % of each threshold of the core do to the figures: writes benchmarks/results/sensitivity.md in some 20 minutes
//                  (--condition NAME: thresholds with this in their name, --preset NAME, --recording NAME: a part of it, printed)
// --stillness      when recorded feet stand still, by the core and by SHOE: writes benchmarks/results/stillness.md in a minute
// --clock          clocks of two sensors aligned, against simulated truth: writes benchmarks/results/clock.md
//                  (--seeds N, --condition NAME: a part of it, printed)
// --timed-tests    timed tests on 400 simulated walks with truth: writes benchmarks/results/timed-tests.md in some minutes
//                  (--seeds N: N walks of each, printed; --fit: the walks that sizes of errors were found on; --failures: every one that is not as asked)
// --session        what it costs to record a session: CPU, memory, the file of an hour; writes benchmarks/results/session.md in a few minutes
// --store          how long eight writers wait for a session to be kept, in SQLite and (GAITSENSE_POSTGRES) PostgreSQL: writes benchmarks/results/store.md in a minute
// --live           a live walk with two feet over a simulated radio, in real time: CPU, memory, delay; writes benchmarks/results/live.md in a minute
// --cues           a walk with cues in real time with every processor busy: when cues are handed over, what is missed; writes benchmarks/results/cues.md in half an hour
//                  (--minutes N: another length, printed)
// --ear            how long the output latency may be at each cadence: writes benchmarks/results/ear.md at once
// --cohort         500 simulated walks of 5 minutes with 1 and 2 workers, killed and resumed, and on SLURM; writes benchmarks/results/cohort.md in half an hour
//                  (--recordings N: fewer, printed)
// --verdicts       how often people who do not change are called changed, and those who do, over eight weeks: writes benchmarks/results/verdicts.md and its curve in a minute
//                  (--seeds N: fewer people, printed)
// --desk           50 to 1000 live walkers at once, recorder off and on: events and cues after their packet was due, CPU, memory; writes benchmarks/results/desk.md in eight minutes, on a machine
//                  that is alone (--walkers N: so many, printed; --row off|on: one row of it, which is a process of its own)
// --full           all benchmarks with BenchmarkDotNet's own patience; anything else goes to BenchmarkDotNet, with short jobs
if (args.Contains("--check-budget", StringComparer.Ordinal)) return BudgetCheck.Run(Console.Out);
if (args.Contains("--budget-round", StringComparer.Ordinal)) return BudgetRound.Run(Console.Out);
if (args.Contains("--hour", StringComparer.Ordinal)) return HourBenchmark.Run(Console.Out);
if (args.Contains("--robustness", StringComparer.Ordinal)) return RobustnessCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--direction", StringComparer.Ordinal)) return DirectionCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--coverage", StringComparer.Ordinal)) return CoverageCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--spectra", StringComparer.Ordinal)) return SpectraCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--sensors", StringComparer.Ordinal)) return SensorsCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--sensitivity", StringComparer.Ordinal)) return SensitivityCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--stillness", StringComparer.Ordinal)) return StillnessCommand.Run(Console.Out);
if (args.Contains("--clock", StringComparer.Ordinal)) return ClockCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--timed-tests", StringComparer.Ordinal)) return TimedTestCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--live", StringComparer.Ordinal)) return LiveCommand.Run(Console.Out);
if (args.Contains("--cues", StringComparer.Ordinal)) return await CueCommand.RunAsync(new Arguments(args), Console.Out).ConfigureAwait(false);
if (args.Contains("--ear", StringComparer.Ordinal)) return OutputLatencyCommand.Run();
if (args.Contains("--cohort", StringComparer.Ordinal)) return CohortCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--store", StringComparer.Ordinal)) return await StoreCommand.RunAsync(new Arguments(args), Console.Out).ConfigureAwait(false);
if (args.Contains("--session", StringComparer.Ordinal)) return await SessionCommand.RunAsync(Console.Out).ConfigureAwait(false);
if (args.Contains("--verdicts", StringComparer.Ordinal)) return VerdictsCommand.Run(new Arguments(args), Console.Out);
if (args.Contains("--desk", StringComparer.Ordinal)) return await DeskCommand.RunAsync(new Arguments(args), Console.Out).ConfigureAwait(false);
bool full = args.Contains("--full", StringComparer.Ordinal);
Job job = (full ? Job.Default : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
IConfig config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
string[] rest = [.. args.Except(["--full"], StringComparer.Ordinal)];
BenchmarkSwitcher.FromTypes([typeof(StageBenchmarks)]).Run(rest.Length > 0 ? rest : ["--filter", "*"], config);
return 0;
