## Pages of papers (Rust says this; the screen only shows it)

guide-fault-blurred = This page is blurred and hard to read. Lay the paper still and take the picture again.
guide-fault-dark = This page is too dark. Turn on a light or keep shadows off the paper, then take it again.
guide-fault-glare = A light is mirrored on this page. Turn or move the paper a little, then take it again.
guide-fault-cut = An edge of the paper is outside the picture. Put the whole sheet inside the frame, then take it again.
guide-fault-upside-down = This page is upside down. Press “Turn” until the letters stand upright.
guide-fault-small = This picture is too small to read. Bring the camera closer to the paper, then take it again.
guide-error-doubtful = A page is hard to read. Take it again, or press “Use this page anyway” if you can read it well.
