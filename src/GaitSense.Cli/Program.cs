using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using GaitSense.Cli.App;

// The same words and numbers on every system: on Windows there are cultures, because their tables have the names of time zones (Startup.targets).
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

try
{
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}
catch (IOException)
{
    // Nobody reads what is written.
}

using var stop = new CancellationTokenSource();
int signalled = 0;
var insistence = new Insistence(TimeProvider.System);

// The first signal ends the walk cleanly and saves it; a second one ends the process at once.
void OnSignal(PosixSignalContext context)
{
    Interlocked.CompareExchange(ref signalled, ExitCode.OfSignal(context.Signal), 0);
    context.Cancel = !insistence.Insists(context.Signal);
    stop.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);
using TerminalWatch? watch = TerminalWatch.Start(() =>
{
    Interlocked.CompareExchange(ref signalled, ExitCode.OfSignal(PosixSignal.SIGHUP), 0);
    stop.Cancel();
});
Terminal terminal = Terminal.OfProcess();
int code = await CommandLineApp.RunAsync(args, terminal, stop.Token);
if (terminal.Out is LastingWriter { Failure: { } failure })
{
    terminal.Error.WriteLine($"gaitsense: the output could not be written: {failure.Message}");
    if (code == ExitCode.Done) code = ExitCode.Failed;
}

return code == ExitCode.Interrupted && signalled != 0 ? signalled : code;
