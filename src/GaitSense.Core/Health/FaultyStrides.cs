namespace GaitSense.Core;

/// <summary>Filter between a foot's stages and the observers: a stride of a sensor that is known to be faulty, or whose times are unsure, is published as rejected.</summary>
internal sealed class FaultyStrides(IWalkObserver next, SensorWatch watch, UnsureTimes times) : IWalkObserver
{
    public void OnEvent(in GaitEvent e) => next.OnEvent(in e);

    public void OnEventSettled(in GaitEvent e) => next.OnEventSettled(in e);

    public void OnStride(in Stride stride)
    {
        Stride judged = watch.Judge(in stride);
        judged = times.Judge(in judged);
        next.OnStride(in judged);
    }
}
