namespace GaitSense.Browser;

internal static class Program
{
    // A worker calls Exports; by itself nothing happens.
    private static void Main()
    {
    }
}
