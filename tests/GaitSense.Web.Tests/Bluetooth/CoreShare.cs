using System.Globalization;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>A group of processes that together get a share of one core and no more: a cgroup, of version 2 where it has the controller of processors, else of version 1. Needs root.</summary>
internal sealed class CoreShare : IDisposable
{
    private const string Root = "/sys/fs/cgroup";
    private const int PeriodUs = 20_000;

    private readonly string _folder;

    private CoreShare(string folder) => _folder = folder;

    /// <summary>The file that a process joins it by.</summary>
    public string Members => Path.Combine(_folder, "cgroup.procs");

    /// <summary>Makes one; null, with the reason, where this machine does not let it.</summary>
    /// <param name="share">Of one core.</param>
    /// <param name="why">Why there is none.</param>
    public static CoreShare? TryMake(double share, out string why)
    {
        why = "";
        string name = FormattableString.Invariant($"gaitsense-{Environment.ProcessId}"), quota = ((int)(share * PeriodUs)).ToString(CultureInfo.InvariantCulture), period = PeriodUs.ToString(CultureInfo.InvariantCulture);
        bool isSecond = File.Exists(Path.Combine(Root, "cgroup.controllers"));
        string folder = Path.Combine(isSecond ? Root : Path.Combine(Root, "cpu"), name);
        try
        {
            if (isSecond) File.WriteAllText(Path.Combine(Root, "cgroup.subtree_control"), "+cpu");
            Directory.CreateDirectory(folder);
            if (isSecond)
            {
                File.WriteAllText(Path.Combine(folder, "cpu.max"), $"{quota} {period}");
            }
            else
            {
                File.WriteAllText(Path.Combine(folder, "cpu.cfs_period_us"), period);
                File.WriteAllText(Path.Combine(folder, "cpu.cfs_quota_us"), quota);
            }

            return new CoreShare(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            why = e.Message;
            return null;
        }
    }

    /// <summary>Changes the share, while processes run.</summary>
    public void Set(double share)
    {
        string quota = ((int)(share * PeriodUs)).ToString(CultureInfo.InvariantCulture), second = Path.Combine(_folder, "cpu.max");
        if (File.Exists(second)) File.WriteAllText(second, FormattableString.Invariant($"{quota} {PeriodUs}"));
        else File.WriteAllText(Path.Combine(_folder, "cpu.cfs_quota_us"), quota);
    }

    /// <summary>A process leaves it. (None that runs may join it: a page's sound has a thread of real time by then, which a group takes only from its start.)</summary>
    public void Free(int process) => File.WriteAllText(Path.Combine(Path.GetDirectoryName(_folder)!, "cgroup.procs"), process.ToString(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        // A group goes when its last process has gone, which is seen a moment later.
        for (int i = 0; i < 50; i++)
        {
            try
            {
                Directory.Delete(_folder);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
